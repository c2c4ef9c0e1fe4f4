// What a bot shows, in Slack's own types. Theirs let any block into a view as long as it has a type; these do not.
import type { HomeView, KnownBlock, ModalView } from '@slack/types';

export type Message = KnownBlock[];
export type Modal = Omit<ModalView, 'blocks'> & Pick<ShownView, 'blocks'>;
export type Home = Omit<HomeView, 'blocks'> & Pick<ShownView, 'blocks'>;

interface ShownView {
  /** @description Max of 100 blocks. */
  blocks: KnownBlock[];
}
