import { defineGenerator } from '@hut/kit';
import { contributeMail } from './mail.fastapi.ts';

/** Sends mail from templates that are files of the project. */
export const generator = defineGenerator({
  id: 'mail',
  feature: true,
  summary: 'Send mail by SMTP, from templates in the project; into the log while developing',
  provides: ['mailer'],
  contribute: contributeMail,
});
