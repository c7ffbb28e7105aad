import 'openapi-explorer';
import './page.css';

/** The API's documentation, read from the server's own description. Nothing is asked of any other host. */
const dark = matchMedia('(prefers-color-scheme: dark)');

const colours = {
  light: {
    'bg-color': '#ffffff',
    'header-bg-color': '#ffffff',
    'text-color': '#242424',
    'nav-bg-color': '#f5f5f5',
    'nav-text-color': '#242424',
    'nav-hover-bg-color': '#e6e6e6',
    'nav-hover-text-color': '#0f548c',
    'primary-color': '#0f6cbd',
    'secondary-color': '#0f6cbd',
  },
  dark: {
    'bg-color': '#1f1f1f',
    'header-bg-color': '#1f1f1f',
    'text-color': '#f0f0f0',
    'nav-bg-color': '#292929',
    'nav-text-color': '#f0f0f0',
    'nav-hover-bg-color': '#3d3d3d',
    'nav-hover-text-color': '#9cc9f0',
    'primary-color': '#479ef5',
    'secondary-color': '#479ef5',
  },
};

const reader = document.createElement('openapi-explorer');
reader.setAttribute('spec-url', '/openapi.json');
reader.setAttribute('default-schema-tab', 'model');
reader.setAttribute('schema-expand-level', '2');
reader.setAttribute('use-path-in-nav-bar', 'true');
reader.setAttribute('collapse', '');
reader.setAttribute('hide-server-selection', '');
reader.setAttribute('fetch-credentials', 'omit');

function colour(): void {
  for (const [name, value] of Object.entries(colours[dark.matches ? 'dark' : 'light'])) {
    reader.setAttribute(name, value);
  }
}
colour();
dark.addEventListener('change', colour);
document.body.append(reader);
