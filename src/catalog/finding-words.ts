/** How grave a finding is, worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** What the reader should do about a finding, as one kind of act. */
export const actionKinds = [
  'fix-content',
  'fix-sender',
  'fix-list',
  'suppress',
  'phone-instead',
  'slow-down',
  'wait',
  'ask-twilio',
  'check',
  'none',
] as const;
