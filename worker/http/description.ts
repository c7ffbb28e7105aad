import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './appEnv.ts';
import { tags } from './tags.ts';

const info = {
  title: '台账 Taizhang',
  version: '1',
  description:
    '危化品安全监管任务清单的发布、填报与进度。所有错误均为 application/problem+json，含稳定的 code 和中英文说明。\n\nPublishing, reporting and progress of hazardous-chemicals safety task lists. Every error is application/problem+json with a stable code and a sentence in Chinese and English.',
  license: { name: 'MIT', identifier: 'MIT' },
  contact: { name: '本系统的部署单位 · Whoever runs this deployment' },
};

/** Serves the description of the API: of every route, whenever it was mounted. */
export function describeApi(app: OpenAPIHono<AppEnv>): void {
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info,
    // Of the description's own address, whatever stands before the Worker.
    servers: [{ url: '/', description: '本服务器 · This server' }],
    tags: [...tags],
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'accessKey', {
    type: 'http',
    scheme: 'bearer',
    description: '访问密钥 tz_… · Access key',
  });
}
