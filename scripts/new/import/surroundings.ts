/** What a page that is brought in knows of the folder that it comes from, and of the roadmap that it comes into. */
export interface Surroundings {
  /** Address of another note by its path below the folder, without ending; or by its name, for links of a wiki. */
  pageAt(file: string): string | undefined;
  pageNamed(name: string): string | undefined;
  /** Whether notes name each other in double brackets; where none does, as in `[[Prototype]]`, they are text. */
  isWiki: boolean;
  /** Whether an address is already that of a page that is brought in. */
  isPage(address: string): boolean;
  /** Path of a file below the folder, where there is one of this path, or of this name. */
  fileAt(file: string): string | undefined;
  /** Text of a file by its path below the folder; undefined where there is none. */
  textOf(file: string): string | undefined;
  /** Takes a picture along. @returns its path from the page */
  bring(file: string): string;
  /**
   * Takes a part of pages along as a component.
   *
   * @param name name of its tag
   * @param file path below the folder
   * @returns whether there is such a part, and the name is free
   */
  bringPart(name: string, file: string): boolean;
  /** Whether blocks of code need a reason. */
  asksForReasons: boolean;
  /**
   * Address on the site that the folder is from, of what the folder does not have.
   *
   * @param target path below the folder, which may lead out of it, or from the root of the site
   * @returns undefined where nobody has named the site
   */
  elsewhere(target: string): string | undefined;
}
