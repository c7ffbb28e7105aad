/*
 * Loaded before every command (`node -r`). Old releases of Node must be able to read this file: they get two
 * sentences here instead of a stack trace from the first TypeScript file.
 */
'use strict';

// Releases before 14.18 know no `node:`.
/* oxlint-disable unicorn/prefer-node-protocol */

const fs = require('fs');
const path = require('path');

/** Node strips types by itself from here on; npm finds the project's own Node first, once it is installed. */
const oldest = [22, 18];
/** What `npm ci` itself needs. */
const oldestForNpm = 20;

const projectFolder = path.resolve(__dirname, '../..');

/** What hinders a command, as its Chinese and its English sentence; `null` where nothing does. */
function hindrance(folder, version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const recent = parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1]);
  const missing = missingPackage(folder);
  if (missing !== null && parts[0] < oldestForNpm) {
    return [
      'Node ' +
        version +
        ' 太旧。请先安装 Node 20 或更高版本（https://nodejs.org），再执行 npm ci && npm start。',
      'Node ' +
        version +
        ' is too old. Install Node 20 or later (https://nodejs.org), then run npm ci && npm start.',
    ];
  }
  if (missing !== null) {
    return [
      '依赖还没有装好（缺 ' + missing + '）。请先执行 npm ci，再重试。',
      'The dependencies are not installed (' + missing + ' is missing). Run npm ci first, then try again.',
    ];
  }
  if (!recent) {
    return [
      '正在使用 Node ' +
        version +
        '，而不是项目自带的 Node。请执行 npm ci --foreground-scripts（不要用 --ignore-scripts），再用 npm 执行命令。',
      'This is Node ' +
        version +
        ', not the project’s own. Run npm ci --foreground-scripts (without --ignore-scripts), and start commands by npm.',
    ];
  }
  return null;
}

/** A dependency that package.json names and that is absent or of another version; `null` where all are there. */
function missingPackage(folder) {
  const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const wanted = Object.assign({}, about.dependencies, about.devDependencies);
  const names = Object.keys(wanted);
  for (let at = 0; at < names.length; at += 1) {
    const file = path.join(folder, 'node_modules', names[at], 'package.json');
    if (!fs.existsSync(file)) return names[at];
    // A package under a name of its own says which and of what version: `npm:typescript@6.0.3`.
    const version = wanted[names[at]].replace(/^npm:.*@/, '');
    if (JSON.parse(fs.readFileSync(file, 'utf8')).version !== version) {
      return names[at] + ' ' + wanted[names[at]];
    }
  }
  return null;
}

module.exports = { hindrance };

if (require.main === undefined || require.main === module) {
  const sentences = hindrance(projectFolder, process.version);
  if (sentences !== null) {
    console.error('\n' + sentences.join('\n') + '\n');
    process.exit(1);
  }
  // Compiled code of the tools is kept: miniflare alone takes a second to compile.
  const compileCache = require('module').enableCompileCache;
  if (compileCache) compileCache(path.join(projectFolder, 'node_modules/.cache/node'));
}
