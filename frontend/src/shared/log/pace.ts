/** Milliseconds between two drawings: people read no faster, and drawing one line costs as much as drawing a hundred. */
const paceMs = 50;

/** A log is drawn with the next frame, but at most twenty times a second however fast it grows. */
export function paced(): (draw: () => void) => void {
  let next = 0;
  const frame = (draw: () => void) =>
    requestAnimationFrame(() => {
      next = performance.now() + paceMs;
      draw();
    });
  return (draw) => {
    const wait = next - performance.now();
    if (wait > 0) setTimeout(() => frame(draw), wait);
    else frame(draw);
  };
}
