import '@fluentui/web-components/spinner.js';
import { element } from './element.ts';

const FluentSpinner = element<{ size: string }>('fluent-spinner');

/** Something is under way; what it is stands beside it in words. */
export function Spinner() {
  return <FluentSpinner size="tiny" aria-hidden="true" />;
}
