/** Follows the chosen track: loads what that takes only where one is chosen, or can be chosen on this page. */
import { chosenTrack, trackEvent } from './chosen-track.ts';

const follow = () => void import('./follow-track.ts').then((module) => module.followTrack());
if (chosenTrack() || document.querySelector('[data-follow]')) follow();
addEventListener(trackEvent, follow);
