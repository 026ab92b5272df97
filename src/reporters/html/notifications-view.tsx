import type { VNode } from 'preact';
import type { NotificationWait } from '../../model/exchange.ts';
import type { ReportedExchange } from '../../model/report.ts';
import { type Mark, notificationMarks } from './exchange-marks.ts';
import { JsonView } from './json-view.tsx';

interface Props {
  readonly exchange: ReportedExchange;
  readonly marks: readonly Mark[];
}

/** What followed the answer, in the order it came. */
export function NotificationsView({ exchange, marks }: Props): VNode | null {
  const { notifications, notificationWait } = exchange;
  if (notifications.length === 0 && notificationWait.kind === 'not-awaited') return null;
  return (
    <div class="message">
      <h4>Notifications</h4>
      <ol class="notifications">
        {notifications.map(({ channel, afterMs, data }, index) => (
          <li key={`${index} ${afterMs}`}>
            <p class="start-line">
              <code>{channel}</code> <span class="quiet">{timeLabel(afterMs)}</span>
            </p>
            <JsonView text={JSON.stringify(data)} marks={notificationMarks(exchange, marks, index)} />
          </li>
        ))}
      </ol>
      <p class="quiet">{waitLabel(notificationWait)}</p>
    </div>
  );
}

function timeLabel(afterMs: number): string {
  const rounded = Math.round(Math.abs(afterMs));
  return afterMs < 0 ? `${rounded} ms before the request was sent` : `after ${rounded} ms`;
}

function waitLabel(wait: NotificationWait): string {
  switch (wait.kind) {
    case 'not-awaited':
      return 'none were awaited';
    case 'complete':
      return `all that were expected had come after ${Math.round(wait.afterMs)} ms`;
    case 'deadline':
      return `not all that were expected came within ${wait.deadlineMs} ms`;
    case 'failed':
      return `could not be listened to: ${wait.failure.code}, ${wait.failure.message}`;
    default:
      return wait satisfies never;
  }
}
