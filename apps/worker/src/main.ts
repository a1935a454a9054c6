/** Placeholder until the queue lands: stays up and stops on request. */
const idle = setInterval(() => {}, 60_000);
process.on('SIGTERM', () => clearInterval(idle));
process.on('SIGINT', () => clearInterval(idle));
