import { documented } from '../../../world/index.ts';
import { printed, refused, type Tool } from '../../tool.ts';

/** What the user types when the logon script asks whether it shall go on over a slow network. */
export const answerTool: Tool = {
  name: 'answer',
  syntax: 'Y or N',
  summary: 'Answers the question of the logon script on a slow network',
  provenance: documented('Q131011'),
  run(context, [word = '']) {
    if (!/^[yn]$/i.test(word)) return refused('Y or N?');
    if (!context.runs('SMSLS')) return refused('Bad command or file name');
    context.post('SMSLS', { type: word.toUpperCase() === 'Y' ? 'answer yes' : 'answer no' });
    return printed(word.toUpperCase());
  },
};
