declare module 'virtual:curriculum' {
  const view: import('./site/curriculum-view.ts').CurriculumView;
  export default view;
}
