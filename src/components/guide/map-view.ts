/** Zoom steps: a factor per click, and how small and large the drawing may become. */
const factor = 1.25;
const least = 0.15;
const most = 2.5;

/** Makes the frame of the map zoom (buttons, keys, wheel with Ctrl, two fingers) and move (mouse; touch and keys scroll by themselves). */
export function movableMap(page: HTMLElement, map: SVGSVGElement, here: Element): void {
  const frame = map.parentElement;
  if (frame === null) return;
  const { width: naturalWidth, height: naturalHeight } = map.viewBox.baseVal;
  let scale = 1;

  /** Zooms so that the point of the frame (default: its middle) stays where it is. */
  const zoom = (to: number, x = frame.clientWidth / 2, y = frame.clientHeight / 2): void => {
    const next = Math.min(most, Math.max(least, to));
    const left = (frame.scrollLeft + x) / scale;
    const top = (frame.scrollTop + y) / scale;
    scale = next;
    map.setAttribute('width', String(naturalWidth * scale));
    map.setAttribute('height', String(naturalHeight * scale));
    frame.scrollTo(left * scale - x, top * scale - y);
  };
  const fit = (): void => {
    zoom(Math.min(frame.clientWidth / naturalWidth, frame.clientHeight / naturalHeight));
  };
  const showHere = (): void => {
    if (scale < 0.6) zoom(1);
    const box = here.getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    frame.scrollBy(box.x + box.width / 2 - around.x - around.width / 2, box.y + box.height / 2 - around.y - around.height / 2);
  };

  page.addEventListener('click', ({ target }) => {
    const wish = target instanceof HTMLElement ? target.dataset.zoom : undefined;
    if (wish === 'in') zoom(scale * factor);
    else if (wish === 'out') zoom(scale / factor);
    else if (wish === 'fit') fit();
    else if (wish === 'here') showHere();
  });
  frame.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (ctrlKey || metaKey) return;
    if (key === '+' || key === '=') zoom(scale * factor);
    else if (key === '-') zoom(scale / factor);
    else if (key === '0') fit();
  });
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { x, y } = frame.getBoundingClientRect();
      zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - x, event.clientY - y);
    },
    { passive: false },
  );
  dragToMove(frame);
  pinchToZoom(frame, (by, x, y) => {
    zoom(scale * by, x, y);
  });
  showHere();
}

/** The mouse takes hold of the map; a click that did not move follows the link under it. */
function dragToMove(frame: HTMLElement): void {
  let held: { readonly x: number; readonly y: number } | undefined;
  let moved = false;
  frame.addEventListener('pointerdown', ({ pointerType, button, clientX, clientY }) => {
    if (pointerType !== 'mouse' || button !== 0) return;
    held = { x: clientX, y: clientY };
    moved = false;
  });
  addEventListener('pointermove', ({ clientX, clientY }) => {
    if (held === undefined) return;
    if (!moved && Math.hypot(clientX - held.x, clientY - held.y) < 4) return;
    moved = true;
    frame.scrollBy(held.x - clientX, held.y - clientY);
    held = { x: clientX, y: clientY };
  });
  addEventListener('pointerup', () => {
    held = undefined;
  });
  frame.addEventListener('dragstart', (event) => {
    event.preventDefault();
  });
  frame.addEventListener(
    'click',
    (event) => {
      if (moved) event.preventDefault();
      moved = false;
    },
    { capture: true },
  );
}

/** Two fingers zoom around the point between them. */
function pinchToZoom(frame: HTMLElement, zoom: (by: number, x: number, y: number) => void): void {
  let apart: number | undefined;
  frame.addEventListener(
    'touchmove',
    (event) => {
      const [one, two] = event.touches;
      if (one === undefined || two === undefined) return;
      event.preventDefault();
      const distance = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
      const { x, y } = frame.getBoundingClientRect();
      if (apart !== undefined) zoom(distance / apart, (one.clientX + two.clientX) / 2 - x, (one.clientY + two.clientY) / 2 - y);
      apart = distance;
    },
    { passive: false },
  );
  frame.addEventListener('touchend', () => {
    apart = undefined;
  });
}
