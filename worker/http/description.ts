import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './appEnv.ts';
import { namedSchemas } from './namedSchemas.ts';
import { tags } from './tags.ts';

const head = {
  openapi: '3.1.0',
  info: {
    title: '台账 Taizhang',
    version: '1',
    description:
      '危化品安全监管任务清单的发布、填报与进度。所有错误均为 application/problem+json，含稳定的 code 和中英文说明。\n\nPublishing, reporting and progress of hazardous-chemicals safety task lists. Every error is application/problem+json with a stable code and a sentence in Chinese and English.',
    license: { name: 'MIT', identifier: 'MIT' },
    contact: { name: '本系统的部署单位 · Whoever runs this deployment' },
  },
  // At the description's own address, whatever stands before the Worker.
  servers: [{ url: '/', description: '本服务器 · This server' }],
  tags: [...tags],
};

const securitySchemes = {
  accessKey: {
    type: 'http' as const,
    scheme: 'bearer',
    description: '访问密钥 tz_… · Access key',
  },
  viewerKey: {
    type: 'http' as const,
    scheme: 'basic',
    description:
      '查看密钥作为密码，用户名随意；只能读取，供 Excel、LibreOffice 等按地址读取表格 · A viewer’s key as the password, any user name; only for reading, for spreadsheets that read a table by its address',
  },
};

/** The description of all routes that are mounted. */
function describe(app: OpenAPIHono<AppEnv>): object {
  const { paths, ...document } = app.getOpenAPI31Document(head);
  return { ...document, paths, components: { securitySchemes, schemas: namedSchemas(paths) } };
}

/** Serves the description of the API: of every route, whenever it was mounted. */
export function describeApi(app: OpenAPIHono<AppEnv>): void {
  let described: object | undefined;
  app.get('/openapi.json', (c) => c.json((described ??= describe(app))));
}
