import { expect, test } from 'vitest';
import { routes } from '../../api/routes.ts';
import { OUTCOMES } from '../../api/outcomes.ts';
import { sheetNames, sheets } from '../../core/exchange/sheets.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>> };
}

onDatabase('embedded', 'the description of the API', (database) => {
  const served = serve(database, { sample: false });
  const read = async (): Promise<Document> => (await (await served.send('/api/openapi.json')).json()) as Document;

  test('is OpenAPI 3.1 and has every route, each with its parameters, bodies, answers and refusals', async () => {
    const document = await read();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.info)).toEqual(expect.arrayContaining(['title', 'version']));
    for (const [name, route] of Object.entries(routes)) {
      const operation = document.paths[route.path]?.[route.method];
      expect(operation, name).toBeDefined();
      expect(operation?.summary, name).toBeTruthy();
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described = (operation?.parameters ?? []).filter((p) => p.in === 'path');
      expect(described.map((p) => p.name).sort(), name).toEqual([...inPath].sort());
      expect(described.every((p) => p.required === true), name).toBe(true);
      for (const [status, response] of Object.entries(operation?.responses ?? {})) {
        expect(response.description, `${name} ${status}`).toBeTruthy();
        expect(Object.keys(response.content ?? {}), `${name} ${status}`).toHaveLength(1);
        if (Number(status) >= 400) expect(Object.keys(response.content ?? {}), `${name} ${status}`).toEqual(['application/problem+json']);
      }
      expect(Object.keys(operation?.responses ?? {}).some((status) => status.startsWith('2')), name).toBe(true);
    }
    const documented = Object.values(document.paths).flatMap((operations) => Object.keys(operations));
    expect(documented).toHaveLength(Object.keys(routes).length);
  });

  test('every reference leads somewhere', async () => {
    const document = await read();
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThan(50);
    expect([...new Set(references)].filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  test('has one schema for the rows of each sheet, with the columns that the sheet declares', async () => {
    const { components } = await read();
    for (const name of sheetNames) {
      expect(Object.keys(components.schemas[`Row_${name}`]?.properties ?? {}), name).toEqual(Object.keys(sheets[name].columns));
    }
  });

  test('every outcome has a status that some route documents, or that comes before any route', async () => {
    const document = await read();
    const documented = new Set(Object.values(document.paths).flatMap((operations) => Object.values(operations).flatMap(({ responses }) => Object.keys(responses))));
    const beforeAnyRoute = new Set(['405', '421', '503']);
    for (const [code, { status }] of Object.entries(OUTCOMES)) {
      expect(documented.has(String(status)) || beforeAnyRoute.has(String(status)), code).toBe(true);
    }
  });
});
