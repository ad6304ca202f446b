// One save: all fields of the form go to the server; its answer becomes one of saved, away, refused, conflict.
import { token } from "./form.js";

const LIMIT = 20000;

async function answer(response) {
  const data = response.headers.get("Content-Type")?.includes("json") ? await response.json() : {};
  const version = data.version ?? data.revision;
  if (response.ok && version !== undefined) return { outcome: "saved", ...data, version };
  if (response.status === 409) return { outcome: "conflict", ...data };
  if (response.status === 422) return { outcome: "refused", ...data };
  if (response.status === 401 || response.status === 403) return { outcome: "away", expired: true };
  return { outcome: "away" };
}

export async function post(form) {
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  body.set("version", form.dataset.version);
  body.set("csrfmiddlewaretoken", token(form));
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(), LIMIT);
  try {
    const headers = { Accept: "application/json", "X-CSRFToken": token(form) };
    return await answer(await fetch(form.dataset.autosaveUrl, { method: "POST", body, headers, signal: abort.signal, credentials: "same-origin" }));
  } catch {
    return { outcome: "away" };
  } finally {
    clearTimeout(limit);
  }
}
