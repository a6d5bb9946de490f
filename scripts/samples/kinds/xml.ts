/** XML, WSDL and XML Schema: well formed; a schema is compiled, all by libxml2. */
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { checkEach, SampleFault, type Kind } from '../check.ts';
import { npmVersion } from '../npm-version.ts';

export const xml: Kind = {
  name: 'xml',
  needs: 'npm',
  find: checkEach(
    'xml',
    (file) => /\.(xml|xsd|wsdl)$/.test(file) && !/(^|\/)pom\.xml$/.test(file),
    async (file, folder) => {
      try {
        using document = XmlDocument.fromString(folder.read(file));
        if (file.endsWith('.xsd')) XsdValidator.fromDoc(document).dispose();
      } catch (error) {
        throw new SampleFault(String(error));
      }
      return [npmVersion('libxml2-wasm')];
    },
  ),
};
