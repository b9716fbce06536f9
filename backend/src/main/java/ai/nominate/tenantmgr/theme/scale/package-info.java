/**
 * Scales from 50 to 950 around a colour, that look as if they belonged to Tailwind CSS. Knows colours only: what a stop
 * is used for is decided above.
 */
package ai.nominate.tenantmgr.theme.scale;
