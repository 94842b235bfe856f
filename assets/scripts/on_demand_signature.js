// A signature drawn with a finger or a mouse, kept in a hidden field.
import SignaturePad from "signature_pad";

export function attach(field) {
  const box = field.querySelector(".signature-pad");
  const canvas = field.querySelector("canvas");
  const kept = field.querySelector("input[type=hidden]");
  const tools = field.querySelector("[data-signature-tools]");
  box.hidden = tools.hidden = false;
  const pad = new SignaturePad(canvas, { penColor: "#143474", minWidth: 0.8, maxWidth: 2.6 });

  // The drawing keeps its strokes when the screen turns.
  const fit = () => {
    const strokes = pad.toData();
    const density = Math.max(devicePixelRatio || 1, 1);
    canvas.width = canvas.offsetWidth * density;
    canvas.height = canvas.offsetHeight * density;
    canvas.getContext("2d").scale(density, density);
    pad.fromData(strokes);
  };
  fit();
  addEventListener("resize", fit);
  pad.addEventListener("endStroke", () => (kept.value = pad.toDataURL("image/png")));
  field.querySelector("[data-signature-clear]").addEventListener("click", () => {
    pad.clear();
    kept.value = "";
  });
}
