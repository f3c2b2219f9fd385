/**
 * Hides phone numbers in a text that will be pasted somewhere: "+13035550117" becomes "+1303•••••17".
 * The country and area stay, for they are what a pattern is about; short codes and names of senders are no secrets.
 */
export const maskNumbers = (text: string): string =>
  text.replace(/(\+?)\b\d{9,15}\b/g, (number, plus: string) => {
    const kept = plus.length + 4;
    return `${number.slice(0, kept)}${'•'.repeat(number.length - kept - 2)}${number.slice(-2)}`;
  });
