import { expect } from 'vitest';
import { routes, type RouteName } from '../../api/routes.ts';
import type { Served } from './served.ts';

/** Somebody at a browser of their own: a cookie kept between requests, or a token sent with each. */
export interface Visitor {
  /** Sends JSON (or nothing) to a route by its name; `params` fill its address. Answers status and body. */
  readonly ask: <T = Problem>(route: RouteName, asked?: Asked) => Promise<Reply<T>>;
  /** The same, where the status is to be a success. */
  readonly get: <T>(route: RouteName, asked?: Asked) => Promise<T>;
  /** Name and value of the cookie; empty before there is one. */
  readonly cookie: () => string;
}

export interface Asked {
  readonly json?: unknown;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** What a refusal's body holds of interest. */
export interface Problem {
  readonly type: string;
}

export const codeOfProblem = ({ body }: Reply<Problem>): string => body.type?.replace('urn:guantong:problem:', '') ?? 'none';

export function visitor(served: Served, given: { readonly token?: string; readonly cookie?: string } = {}): Visitor {
  let cookie = given.cookie ?? '';
  const ask = async <T>(route: RouteName, { json, params = {}, query = {}, headers = {} }: Asked = {}): Promise<Reply<T>> => {
    const path = routes[route].path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const search = new URLSearchParams(query).toString();
    const reply = await fetch(`${served.origin()}${path}${search === '' ? '' : `?${search}`}`, {
      method: routes[route].method.toUpperCase(),
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }), ...(cookie !== '' && { cookie }),
        ...(given.token !== undefined && { authorization: `Bearer ${given.token}` }), ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    for (const set of reply.headers.getSetCookie()) cookie = withCookie(cookie, set.split(';')[0] ?? '');
    const body = (await reply.json()) as T;
    if (reply.ok) expectDocumented(route, reply.status, body);
    else expect(routes[route].responses, `${route} answers ${reply.status}`).toHaveProperty(String(reply.status));
    return { status: reply.status, body, headers: reply.headers };
  };
  return {
    ask,
    cookie: () => cookie,
    get: async <T>(route: RouteName, asked?: Asked) => {
      const { status, body } = await ask<T>(route, asked);
      expect(status, `${route} ${JSON.stringify(body).slice(0, 500)}`).toBeLessThan(300);
      return body;
    },
  };
}

function withCookie(cookies: string, set: string): string {
  const name = set.slice(0, set.indexOf('=') + 1);
  return [...cookies.split('; ').filter((one) => one !== '' && !one.startsWith(name)), ...(set === name ? [] : [set])].join('; ');
}

/** The body is what the route's schema says: nothing missing, nothing more. */
function expectDocumented(route: RouteName, status: number, body: unknown): void {
  const responses = routes[route].responses as Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: { parse: (value: unknown) => unknown } }>> }>>;
  expect(responses[String(status)]?.content?.['application/json']?.schema.parse(body), `${route} ${status}`).toEqual(body);
}
