// Strokes are lists of points; a picture is drawn from them when it is sent, so that they can be kept and undone.
const INK = "#111";
const WIDTH = 3.2;
const SCALE = 2;

export function draw(context, strokes) {
  context.strokeStyle = INK;
  context.fillStyle = INK;
  context.lineWidth = WIDTH;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) trace(context, stroke);
}

function trace(context, stroke) {
  const [first, ...rest] = stroke;
  context.beginPath();
  if (!rest.length) {
    context.arc(first[0], first[1], WIDTH / 2, 0, 7);
    context.fill();
    return;
  }
  context.moveTo(first[0], first[1]);
  let before = first;
  for (const point of rest) {
    context.quadraticCurveTo(before[0], before[1], (before[0] + point[0]) / 2, (before[1] + point[1]) / 2);
    before = point;
  }
  context.lineTo(before[0], before[1]);
  context.stroke();
}

// A white PNG, sharp enough for print.
export function pictureOf(strokes, size) {
  const canvas = document.createElement("canvas");
  canvas.width = size[0] * SCALE;
  canvas.height = size[1] * SCALE;
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(SCALE, SCALE);
  draw(context, strokes);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
