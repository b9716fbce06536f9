/** Nobody reads faster, and to draw a log costs the same for one line and for a hundred. Milliseconds. */
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
