import type { SoftwareFile } from '../formats/software-report.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlSession } from './sql-session.ts';

/** The product key of files without a complete version header, as no row of SoftwareProduct has it. */
const unknownProduct = 0;

const noFileIds = () => new Map<string, number>();

/** Keys of SoftwareFile by the identity of the file; kept so that a look-up costs no SQL. */
export function knownFileIds(database: SiteDatabase): Map<string, number> {
  return database.keptInMind(noFileIds);
}

/** The key of a file in SoftwareFile, which all clients share; undefined where no client ever had it. */
export function storedFileId(database: SiteDatabase, sql: SqlSession, file: SoftwareFile): number | undefined {
  const identity = identityOf(database, file);
  const known = knownFileIds(database).get(identity);
  if (known !== undefined) return known;
  const product = storedProductId(sql, file);
  if (product === undefined) return undefined;
  const row = sql.one(
    'select FileID from SoftwareFile where FileName = ? and FileSize = ? and ProductID = ?',
    file.fileName,
    file.size,
    product,
  );
  if (row === undefined) return undefined;
  const fileId = Number(row['FileID']);
  knownFileIds(database).set(identity, fileId);
  return fileId;
}

/** The key of a file in SoftwareFile, stored now if it was not. */
export function definedFileId(database: SiteDatabase, sql: SqlSession, file: SoftwareFile): number {
  const stored = storedFileId(database, sql, file);
  if (stored !== undefined) return stored;
  const product = storedProductId(sql, file) ?? newProductId(sql, file);
  sql.run(
    'insert into SoftwareFile (FileName, FileSize, ProductID) values (?, ?, ?)',
    file.fileName,
    file.size,
    product,
  );
  const fileId = Number(sql.one('select max(FileID) as FileID from SoftwareFile')?.['FileID']);
  knownFileIds(database).set(identityOf(database, file), fileId);
  return fileId;
}

function identityOf(database: SiteDatabase, file: SoftwareFile): string {
  const { company, product, version, language } = file.product ?? {};
  const identity = JSON.stringify([file.fileName, file.size, company, product, version, language]);
  return database.sortOrder === 'case-insensitive' ? identity.toLowerCase() : identity;
}

function storedProductId(sql: SqlSession, { product }: SoftwareFile): number | undefined {
  if (product === undefined) return unknownProduct;
  const row = sql.one(
    `select ProductID from SoftwareProduct
      where CompanyName = ? and ProductName = ? and ProductVersion = ? and ProductLanguage = ?`,
    product.company,
    product.product,
    product.version,
    product.language,
  );
  return row === undefined ? undefined : Number(row['ProductID']);
}

function newProductId(sql: SqlSession, { product }: SoftwareFile): number {
  if (product === undefined) return unknownProduct;
  sql.run(
    `insert into SoftwareProduct (CompanyName, ProductName, ProductVersion, ProductLanguage) values (?, ?, ?, ?)`,
    product.company,
    product.product,
    product.version,
    product.language,
  );
  return Number(sql.one('select max(ProductID) as ProductID from SoftwareProduct')?.['ProductID']);
}
