const person = new URLSearchParams(location.search).get('as');

/** Who this tab acts as: the id in the address, or else nobody yet. */
let actingAs = person ?? undefined;

export function actAs(userId) {
  actingAs = userId;
}

export function viewerId() {
  return actingAs;
}

/** Asks the workspace; rejects when it does not answer well. */
export async function get(path, parameters = {}) {
  const query = new URLSearchParams(actingAs ? { as: actingAs, ...parameters } : parameters);
  const response = await fetch(`/ui/${path}?${query}`);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.json();
}

/** Tells the workspace to do something. Always gives an answer; `ok: false` and an error code when it went wrong. */
export async function post(path, body) {
  try {
    const response = await fetch(`/ui/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'X-Workspace': '1' },
      body: JSON.stringify({ as: actingAs, ...body }),
    });
    return await answerOf(response);
  } catch {
    return { ok: false, error: 'unreachable' };
  }
}

/** The address of the live events of this viewer. */
export function eventsUrl() {
  return `/ui/events?${new URLSearchParams({ as: actingAs })}`;
}

async function answerOf(response) {
  const answer = await response.json().catch(() => ({}));
  return response.ok
    ? { ok: true, ...answer }
    : { ...answer, ok: false, error: answer.error ?? `http_${response.status}` };
}
