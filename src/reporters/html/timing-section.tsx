import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { OperationLink } from './operation-link.tsx';
import { type ResponseTimes, responseTimes, type TimeScale, timeScale } from './response-times.ts';

/** A strip of more dots than this is one dark bar. */
const DOTS = 200;

/** How long the answers took; nothing is judged by it. */
export function TimingSection({ report }: { readonly report: Report }): VNode | null {
  const times = responseTimes(report.operations);
  if (times.length === 0) return null;
  const scale = timeScale(times);
  return (
    <section id="times" aria-labelledby="times-title" data-whole>
      <h2 id="times-title">Response times</h2>
      <figure class="chart">
        <table class="slim times">
          <caption class="unseen">Response times of each operation, in milliseconds</caption>
          <thead>
            <tr>
              {['Operation', `0 to ${milliseconds(scale.slowest)} ms`, 'Median', 'Slowest', 'Answers'].map(
                (title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {times.map((each) => (
              <TimingRow key={each.operation} times={each} scale={scale} />
            ))}
          </tbody>
        </table>
        <figcaption>
          A dot is an answer, the line the median
          {scale.kind === 'tenfold' ? '; each step is ten times the one before' : ''}. Nothing is judged by
          it.
        </figcaption>
      </figure>
    </section>
  );
}

function TimingRow({ times, scale }: { readonly times: ResponseTimes; readonly scale: TimeScale }): VNode {
  const { operation, all, median, slowest } = times;
  return (
    <tr data-row={operation}>
      <th scope="row">
        <OperationLink operation={operation} />
      </th>
      <td data-label="Times" class="dots">
        <TimingStrip times={times} scale={scale} />
      </td>
      <td data-label="Median">{milliseconds(median)} ms</td>
      <td data-label="Slowest">{milliseconds(slowest)} ms</td>
      <td data-label="Answers">{all.length}</td>
    </tr>
  );
}

/** Places are shares of the width, so that dots stay round whatever the width is. */
function TimingStrip({
  times: { operation, all, median, slowest },
  scale,
}: {
  readonly times: ResponseTimes;
  readonly scale: TimeScale;
}): VNode {
  const each = Math.ceil(all.length / DOTS);
  const shown = all.filter((_, index) => index % each === 0 || index === all.length - 1);
  const place = (ms: number) => `${(2 + scale.at(ms) * 0.96).toFixed(1)}%`;
  return (
    <svg width="100%" height="22" role="img">
      <title>{`Response times of ${operation}`}</title>
      <desc>{`${all.length} answers, median ${milliseconds(median)} ms, slowest ${milliseconds(slowest)} ms`}</desc>
      <line class="axis" x1="0" x2="100%" y1="11" y2="11" />
      {shown.map((ms, index) => (
        <circle key={`${index}`} class="dot" cx={place(ms)} cy="11" r="4" />
      ))}
      <line class="middle" x1={place(median)} x2={place(median)} y1="3" y2="19" />
    </svg>
  );
}

function milliseconds(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : `${Math.round(ms)}`;
}
