import {
  dependency,
  docs,
  ignore,
  outsideService,
  secret,
  setting,
  storage,
  symbol,
  type Contribution,
} from '@hut/render';

/** What a task needs beside its files: nothing, for one that a person fills. */
export function contributeSample(task: string): readonly Contribution[] {
  return Object.hasOwn(CONTRIBUTIONS, task) ? CONTRIBUTIONS[task]! : [];
}

const CONTRIBUTIONS: Readonly<Record<string, readonly Contribution[]>> = {
  email: [
    guideOf(
      'email',
      `\`email_task.s("welcome", to="ann@example.com", name="Ann")\` sends the template \`app/mail/welcome.txt\`. What no
server takes is sent again.`,
    ),
  ],
  notification: [
    dependency('httpx2', '>=2.0,<3'),
    secret('notification_key', { doc: 'Signs notifications: who receives them has it, too' }),
    setting('notification_url', 'Literal["console:"] | HttpUrl', {
      uses: [symbol('typing', 'Literal'), symbol('pydantic', 'HttpUrl')],
      example: 'console:',
      local: 'console:',
      doc: 'Where notifications go: console: (the log), or https://... without a password: it is logged',
    }),
    outsideService('notification_url', {
      title: 'Receiver of notifications',
      ports: { http: 80, https: 443 },
    }),
    guideOf(
      'notification',
      `\`notification_task.s("order.paid", {"id": 7})\` tells the system at \`NOTIFICATION_URL\`, by POST and JSON. \`X-Signature\`
is the HMAC-SHA-256, in hexadecimal, by \`NOTIFICATION_KEY\` of \`X-Timestamp\`, a dot and the body: whoever receives it
compares that, and refuses what is old. What was not taken comes again with the same \`Idempotency-Key\`.`,
    ),
  ],
  report: [
    ...folder('report', 'Where reports are'),
    guideOf(
      'report',
      '`report_task.s()` counts the rows of each table, in a CSV file of the day in `REPORT_FOLDER`.',
    ),
  ],
  upload: [
    ...folder(
      'upload',
      'Where files are that were uploaded; those in incoming wait for their task',
    ),
    guideOf(
      'upload',
      `A request writes what it receives to \`incoming\` in \`UPLOAD_FOLDER\`, under \`uuid4().hex\`, and leaves
\`upload_task.s(name, size=..., sha256=...)\`, with what its sender says of the file. The task compares that, and moves
the file to the place that its SHA-256 names. What is not what its sender said is removed.`,
    ),
  ],
};

function guideOf(task: string, body: string): Contribution {
  return docs(`The task ${task}`, { band: 'use', body });
}

/** A folder that the task writes: in the project, until its setting says another place. */
function folder(task: string, doc: string): readonly Contribution[] {
  const [name, variable] = [`${task}s`, `${task}_folder`];
  return [
    setting(variable, 'Path', {
      uses: [symbol('pathlib', 'Path')],
      default: `Path("${name}")`,
      example: name,
      doc,
    }),
    storage(variable, { prefix: '', name }),
    ignore(`${name}/`),
  ];
}
