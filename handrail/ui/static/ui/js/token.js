// The form token of this page: read by every request that changes something, renewed when somebody signs in again.
const meta = () => document.querySelector('meta[name="csrf-token"]');

export const token = () => meta()?.content ?? "";

export function renew(value) {
  if (!value) return;
  meta()?.setAttribute("content", value);
  for (const input of document.querySelectorAll('input[name="csrfmiddlewaretoken"]')) input.value = value;
}
