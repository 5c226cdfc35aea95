import { ADD_IN } from '../../../domain/form/add-in.ts';
import { NAMESPACE, XML_DECLARATION } from './write-xml.ts';

const NAMESPACES = 'http://schemas.microsoft.com/office/webextensions';

/**
 * The part `xl/webextensions/taskpanes.xml` ([MS-OWEXML] 2.2.8): the pane at the right, 350 wide, as Excel itself writes it. It is not
 * visible by itself (`visibility="0"`): then Excel opens it where the add-in is installed, and asks nothing where it is not.
 */
export function taskPanesXml(): string {
  return (
    `${XML_DECLARATION}<wetp:taskpanes xmlns:wetp="${NAMESPACES}/taskpanes/2010/11">` +
    '<wetp:taskpane dockstate="right" visibility="0" width="350" row="4">' +
    `<wetp:webextensionref xmlns:r="${NAMESPACE.relationships}" r:id="rId1"/>` +
    '</wetp:taskpane></wetp:taskpanes>'
  );
}

/**
 * The part `xl/webextensions/webextension1.xml` ([MS-OWEXML] 2.2.7): the add-in as the admin centre deploys it (`EXCatalog`). Other places
 * are not named: Excel does not look there (office-js#2605), and for Windows it failed where they were of several kinds (office-js#3004).
 */
export function webExtensionXml(): string {
  return (
    `${XML_DECLARATION}<we:webextension xmlns:we="${NAMESPACES}/webextension/2010/11" id="{${ADD_IN.id}}">` +
    `<we:reference id="${ADD_IN.id}" version="${ADD_IN.version}" store="EXCatalog" storeType="EXCatalog"/>` +
    '<we:alternateReferences/><we:properties>' +
    '<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/>' +
    '</we:properties><we:bindings/></we:webextension>'
  );
}
