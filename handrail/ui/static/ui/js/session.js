// What the server says about this sign-in. The page asks; the server decides.
import { renew, token } from "./token.js";

const { dataset } = document.documentElement;
export const url = dataset.sessionUrl ?? "";
export const idle = Number(dataset.idleSeconds ?? 0);

// `left` is 0 when nobody is signed in, undefined when the server did not answer.
async function read(request) {
  try {
    const answer = await fetch(url, { credentials: "same-origin", redirect: "manual", cache: "no-store", ...request });
    const known = answer.ok && answer.headers.get("Content-Type")?.includes("json");
    if (!known) return { left: answer.status >= 500 ? undefined : 0 };
    return await answer.json();
  } catch {
    return { left: undefined };
  }
}

// Looking does not make the session longer.
export const look = () => read({ headers: { Accept: "application/json" } });

export async function extend() {
  const answer = await read({ method: "POST", headers: { Accept: "application/json", "X-CSRFToken": token() } });
  renew(answer.csrf);
  return answer;
}

// Somebody else at this computer: nothing of this page may stay.
export const isSomebodyElse = (answer) => Boolean(answer.login && dataset.login && answer.login !== dataset.login);
