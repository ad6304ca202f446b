// 阅件: pen, phrases, type size; what a leader writes is kept on his device until the server has it, and sent once.
import { Outbox } from "./reading/outbox.js";
import { watchDock } from "./reading/dock.js";
import { Status } from "./reading/status.js";
import { watchType } from "./reading/type.js";

watchType();
const status = new Status();
const person = status.person();
if (person) {
  const outbox = new Outbox(person);
  const dock = document.querySelector("[data-dock]");
  if (dock) watchDock(dock, outbox, status);
  outbox.keepSending(status, dock?.dataset.reader);
}
