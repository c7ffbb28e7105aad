import '../api/noEval.ts';
import { render } from 'preact';
import { App } from './app.tsx';
import './behind.css';
import './dashboard.css';
import './table.css';
import { takeKey } from './keyHolder.ts';
import { followTheme } from './look.ts';

/** The bureau's page: who has reported what, on time or late, against which target. */
followTheme();
const place = document.getElementById('page');
if (place) render(<App given={takeKey()} />, place);
