import { render } from 'preact';
import './page.css';
import { Guide } from '../../guide/guide.tsx';

/** The guide as a page of its own, to be read or printed. */
const place = document.getElementById('guide');
if (place) {
  render(
    <>
      <header class="guide-head">
        <h1>
          <img src="/icons/icon-64.png" alt="" width="36" height="36" />
          台账 · 五分钟填报指南
        </h1>
        <p>给镇（街道、园区）填报人员。照着做，一次填报不超过十分钟。</p>
        <button type="button" class="guide-print" onClick={() => print()}>
          打印
        </button>
      </header>
      <Guide host={new URLSearchParams(location.search).get('in') === 'excel' ? 'excel' : 'browser'} />
    </>,
    place,
  );
}
