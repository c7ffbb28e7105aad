import { useText } from '../../controls/useText.ts';
import type { ShownDiagnostic } from './model/settled.ts';
import { PlaceLink, Places } from './places.tsx';
import { listsText } from './text.ts';

interface DiagnosticListProps {
  diagnostics: readonly ShownDiagnostic[];
  /** Where they do not stand beside the place that they speak of: a way to it. */
  onPlace?: (place: string) => void;
}

/** Diagnostics in the server's own sentences, the gravest first. */
export function DiagnosticList({ diagnostics, onPlace }: DiagnosticListProps) {
  const { text, language } = useText(listsText);
  if (diagnostics.length === 0) return null;
  return (
    <ul class="diagnostics">
      {bySeverity(diagnostics).map((diagnostic, index) => {
        const { severity, cell, at, places = [] } = diagnostic;
        return (
          <li key={index} class={`severity-${severity}`}>
            <b>{text.severities[severity]}</b>
            <span>
              {diagnostic[language]}
              {cell && <small> {text.cell(cell.row, cell.column)}</small>}
              {onPlace && at !== null && <PlaceLink place={at} onPlace={onPlace} />}
              {onPlace && places.length > 0 && <Places places={places} onPlace={onPlace} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const order: readonly ShownDiagnostic['severity'][] = ['error', 'decision', 'warning', 'decided', 'info'];

function bySeverity(diagnostics: readonly ShownDiagnostic[]): ShownDiagnostic[] {
  return diagnostics.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
