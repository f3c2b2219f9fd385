import { parseStatus } from '../catalog/status.ts';

/** On an error page that was opened with a status in its address, the door to the guide takes the status along. */

const door = document.querySelector<HTMLAnchorElement>('[data-to-guide]');
const status = parseStatus(new URLSearchParams(location.search).get('status') ?? '');
if (door !== null && status !== undefined) {
  const address = new URL(door.href);
  address.searchParams.set('status', status);
  door.href = address.href;
}
