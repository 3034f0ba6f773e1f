/** Runs every measurement and prints its figures; compare figures of one machine and one Node only. */
process.stdout.write(`Node ${process.version} on ${process.platform} ${process.arch}\n`);
