const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as text of an HTML file: nothing of it acts as markup, and no control character gets in. */
export const escaped = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, ' ').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
