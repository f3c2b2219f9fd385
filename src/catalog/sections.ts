/** The sections of a full error page: anchors are public, headings are fixed and in this order. */
export const sections = [
  { id: 'meaning', heading: 'What it means' },
  { id: 'causes', heading: 'Why it happens' },
  { id: 'tell-apart', heading: 'Tell the causes apart' },
  { id: 'fix', heading: 'Fix it' },
  { id: 'prevent', heading: 'Prevent it' },
  { id: 'support', heading: 'Before you contact support' },
] as const;
