import { Loading } from '../keyed/loading.tsx';
import { ProblemBar } from '../keyed/problemBar.tsx';
import { useLoaded } from '../keyed/useLoaded.ts';
import type { ProgressProps } from '../progress/progress.tsx';

/** The trend; what shows and draws it is loaded where it is first looked at. */
export function LazyTrend(props: ProgressProps) {
  const { value, problem, again } = useLoaded(() => import('./trend.tsx'), []);
  if (value === null) return problem === null ? <Loading /> : <ProblemBar problem={problem} again={again} />;
  return <value.Trend {...props} />;
}
