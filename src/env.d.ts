/// <reference path="../node_modules/@astrojs/starlight/dist/global.d.ts" />

declare module 'virtual:curriculum' {
  const view: import('./site/curriculum-view.ts').CurriculumView;
  export default view;
}
