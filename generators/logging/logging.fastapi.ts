import type { Context } from '@hut/kit';
import {
  contextVariable,
  dependency,
  docs,
  exposedHeader,
  middleware,
  setting,
  storage,
  symbol,
  type Contribution,
} from '@hut/render';

/** The module that writes the log, a line for each request, and a file where one is wanted. */
export function contributeLogging({ options, files }: Context): readonly Contribution[] {
  const hasFile = options.file === true;
  return [
    dependency('loguru', '>=0.7.3,<1'),
    logSql,
    // Its name comes behind that of the middleware that draws the request id, in the same band.
    middleware(symbol('app.middleware.request_log', 'RequestLogMiddleware'), { band: 'outermost' }),
    exposedHeader('X-Correlation-ID'),
    contextVariable('correlation_id', symbol('app.core.correlation_id', 'current_correlation_id')),
    docs('Logs', { band: 'operate', body: [guide, ...(hasFile ? [fileGuide] : [])].join('\n\n') }),
    ...files('all', () => ({ hasFile })),
    ...(hasFile ? [...fileParts, ...files('file')] : []),
  ];
}

const logSql = setting('log_sql', 'bool', {
  default: 'False',
  example: 'false',
  doc: 'Log the SQL statements, outside of production with their parameters',
});

const fileParts = [
  // Loguru's own file is for one process: while one rotates it, lines of another are lost.
  dependency('concurrent-log-handler', '>=0.9.28,<1'),
  setting('log_file', 'str', {
    default: '""',
    example: '',
    doc: 'A file that the log is written to besides, such as logs/app.log',
  }),
  setting('log_file_bytes', 'int', {
    default: '10_485_760',
    example: '10485760',
    doc: 'How large it gets before a new one is begun',
  }),
  setting('log_file_retention', 'int', {
    default: '5',
    example: '5',
    doc: 'How many older ones are kept, compressed',
  }),
  storage('log_file', { prefix: '', name: 'app.log' }),
];

const guide = `The log goes to stderr: in production a line of JSON for each record, else colours. \`LOG_LEVEL\` says what is
written, \`LOG_SQL=true\` adds the statements. Code logs by \`logging.getLogger(__name__)\`; \`extra={...}\` becomes members
of the line.

- Each request has one line, \`Answered\`, with method, route, status, duration and client. Health checks have theirs at
  \`LOG_LEVEL=DEBUG\`.
- Each line has the request id, and the correlation id: \`X-Correlation-ID\` of the request, else the request id. Who
  calls another service sends it on: \`headers={"X-Correlation-ID": current_correlation_id.get()}\`, from
  \`app/core/correlation_id.py\`.
- Secrets of the settings, and what is named like one, are \`***\`. What is a secret and neither, nobody can tell: do not
  log it.`;

const fileGuide = `\`LOG_FILE\` names a file besides, always JSON. Any number of processes write it: at \`LOG_FILE_BYTES\` one of them
begins a new one, and the oldest of \`LOG_FILE_RETENTION\` goes.`;
