// The trial's mailer: it accepts what a mail server would, and nothing leaves the machine. The outbox page shows the rows.
import { checkMessage, type Mailer, type Message } from './mailer.ts';

/** Makes a mailer that sends nothing. `onSend` sees each message that would have gone (tests read letters there). */
export function createOutboxOnlyMailer(onSend: (message: Message) => void = () => undefined): Mailer {
  return {
    async send(message) {
      checkMessage(message);
      onSend(message);
      return 'accepted';
    },
    close: () => undefined,
  };
}
