// Saves as fast as it can until it is killed. The first argument is the folder.
import { newWalkthrough, reduceWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { openStore } from '../../src/walkthrough/store.ts';

const [folder] = process.argv.slice(2);
const store = openStore(folder);
let walkthrough = newWalkthrough(new Date(), null);
for (let count = 0; ; count++) {
  walkthrough = reduceWalkthrough(walkthrough, { type: 'tick', key: `item-${count % 500}`, at: new Date() });
  store.save({ ...walkthrough, round: count + 1 });
  if (count === 20) process.stdout.write('saving\n');
}
