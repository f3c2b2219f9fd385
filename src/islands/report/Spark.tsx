/** Height of the drawing in its own units. */
const HEIGHT = 16;

/** The course of a finding as a row of bars from the begin of the log to its end; the tallest fills the height. Silent: the time chart holds the figures. */
export function Spark({ course }: { readonly course: readonly number[] }) {
  const most = Math.max(1, ...course);
  return (
    <svg class="spark" aria-hidden="true" viewBox={`0 0 ${String(course.length)} ${String(HEIGHT)}`} preserveAspectRatio="none">
      {course.map((count, i) => {
        const tall = (HEIGHT * count) / most;
        return count === 0 ? null : <rect key={i} x={i + 0.1} y={HEIGHT - tall} width={0.8} height={tall} />;
      })}
    </svg>
  );
}
