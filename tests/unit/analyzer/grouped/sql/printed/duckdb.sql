-- Undelivered: reduces a table of messages to grouped rows (grouped-v1) for DuckDB.
-- Save what the last query gives as CSV with its heading, and open the file in Undelivered: nothing else has to leave the warehouse.
-- Run by us on this engine, against logs that were also read directly.
-- What leaves the warehouse in these rows (--no-texts and --no-people keep more back):
-- Messages: those that failed one by one, with sender, status, code, price, time and SID. All others in groups, but for a sample of at most 16,384 of them and, by country and sender and quarter of an hour, the SIDs of the newest 5 without a receipt or still waiting.
-- Numbers: of everybody with a failed message, whole, because the lists of the report name them; also whether they were reached, wrote or opted out. Of everybody else in the sample the first 6 digits (8 where countries share a calling code) and the length.
-- Texts: of senders with a filtered message (30007), without digits, targets of links and names in plain letters; other words and names stay in them.

-- every row of the table, its cells as texts
CREATE OR REPLACE TEMPORARY TABLE u_rows AS
SELECT a.*, UPPER(sid) AS sid_key, CASE WHEN REGEXP_MATCHES(sid, '^[SsMm][Mm][0-9A-Fa-f]{32}$') THEN 1 ELSE 0 END AS is_sid, CASE WHEN REGEXP_MATCHES(person, '^((whatsapp|messenger|rcs):)?\+[0-9]{8,15}$') THEN REGEXP_REPLACE(person, '[^0-9]', '', 'g') ELSE '' END AS digits
FROM (SELECT sid, status, direction, service, unit, price, segments, body, is_in,
  CASE WHEN is_sent = 1 THEN sent_ms ELSE made_ms END AS ms,
  changed_ms - made_ms AS life,
  sent_ms - made_ms AS wait,
  changed_ms - sent_ms AS travel,
  CASE WHEN is_in = 0 AND status IN ('undelivered', 'failed') THEN 1 ELSE 0 END AS is_fail,
  CASE WHEN raw_code IN ('', '0') THEN '' WHEN REGEXP_MATCHES(raw_code, '^0*[1-9][0-9]{2,5}(\.0+)?$') THEN REGEXP_REPLACE(raw_code, '^0+|\.0+$', '', 'g') ELSE '' END AS code,
  CASE WHEN REGEXP_MATCHES(segments, '^[0-9]{1,3}$') AND segments <> '0' THEN CAST(CASE WHEN REGEXP_MATCHES(segments, '^[0-9]{1,3}$') THEN segments ELSE '1' END AS BIGINT) ELSE 1 END AS pieces,
  CASE
    WHEN REGEXP_MATCHES(raw_person, '^((whatsapp|messenger|rcs):)?\+[0-9]{8,15}$') THEN raw_person
    WHEN REGEXP_MATCHES(raw_person, '^((whatsapp|messenger|rcs):)?\+[0-9 ().-]+$') AND LENGTH(REGEXP_REPLACE(raw_person, '[^0-9]', '', 'g')) BETWEEN 8 AND 15 THEN REGEXP_REPLACE(raw_person, '[ ().-]', '', 'g')
    ELSE raw_person END AS person,
  CASE
    WHEN REGEXP_MATCHES(raw_sender, '^((whatsapp|messenger|rcs):)?\+[0-9]{8,15}$') THEN raw_sender
    WHEN REGEXP_MATCHES(raw_sender, '^((whatsapp|messenger|rcs):)?\+[0-9 ().-]+$') AND LENGTH(REGEXP_REPLACE(raw_sender, '[^0-9]', '', 'g')) BETWEEN 8 AND 15 THEN REGEXP_REPLACE(raw_sender, '[ ().-]', '', 'g')
    ELSE raw_sender END AS sender
FROM (SELECT w.*,
    CASE WHEN is_in = 1 THEN raw_from ELSE raw_to END AS raw_person,
    CASE WHEN is_in = 1 THEN '' WHEN raw_from = '' THEN service ELSE raw_from END AS raw_sender
  FROM (SELECT c.*,
    CASE WHEN direction = '' THEN CASE WHEN status IN ('receiving', 'received') THEN 1 ELSE 0 END WHEN direction LIKE 'inbound%' THEN 1 ELSE 0 END AS is_in
  FROM (SELECT
    TRIM(COALESCE(CAST(sid AS VARCHAR), '')) AS sid,
    LOWER(TRIM(COALESCE(CAST(status AS VARCHAR), ''))) AS status,
    LOWER(TRIM(COALESCE(CAST(direction AS VARCHAR), ''))) AS direction,
    TRIM(COALESCE(CAST(error_code AS VARCHAR), '')) AS raw_code,
    CASE WHEN TYPEOF(from) IN ('BIGINT', 'UBIGINT', 'HUGEINT') THEN CASE WHEN LENGTH(TRIM(COALESCE(CAST(from AS VARCHAR), ''))) >= 9 THEN '+' || TRIM(COALESCE(CAST(from AS VARCHAR), '')) ELSE TRIM(COALESCE(CAST(from AS VARCHAR), '')) END ELSE CASE WHEN REGEXP_MATCHES(TRIM(COALESCE(CAST(from AS VARCHAR), '')), '^="|^''|"$|^sms:') THEN TRIM(REGEXP_REPLACE(TRIM(COALESCE(CAST(from AS VARCHAR), '')), '^="|^''|"$|^sms:', '', 'g')) ELSE TRIM(COALESCE(CAST(from AS VARCHAR), '')) END END AS raw_from,
    CASE WHEN TYPEOF(to) IN ('BIGINT', 'UBIGINT', 'HUGEINT') THEN CASE WHEN LENGTH(TRIM(COALESCE(CAST(to AS VARCHAR), ''))) >= 9 THEN '+' || TRIM(COALESCE(CAST(to AS VARCHAR), '')) ELSE TRIM(COALESCE(CAST(to AS VARCHAR), '')) END ELSE CASE WHEN REGEXP_MATCHES(TRIM(COALESCE(CAST(to AS VARCHAR), '')), '^="|^''|"$|^sms:') THEN TRIM(REGEXP_REPLACE(TRIM(COALESCE(CAST(to AS VARCHAR), '')), '^="|^''|"$|^sms:', '', 'g')) ELSE TRIM(COALESCE(CAST(to AS VARCHAR), '')) END END AS raw_to,
    TRIM(COALESCE(CAST(messaging_service_sid AS VARCHAR), '')) AS service,
    UPPER(TRIM(COALESCE(CAST(price_unit AS VARCHAR), ''))) AS unit,
    TRIM(COALESCE(CAST(price AS VARCHAR), '')) AS price,
    TRIM(COALESCE(CAST(num_segments AS VARCHAR), '')) AS segments,
    COALESCE(CAST(body AS VARCHAR), '') AS body,
    CASE WHEN TRIM(COALESCE(CAST(date_sent AS VARCHAR), '')) <> '' THEN 1 ELSE 0 END AS is_sent,
    EPOCH_MS(COALESCE(TRY_CAST(CASE WHEN REGEXP_MATCHES(CAST(date_created AS VARCHAR), '^[0-9-]{10}[ T][0-9:.]+$') THEN CAST(date_created AS VARCHAR) || '+00' ELSE CAST(date_created AS VARCHAR) END AS TIMESTAMPTZ), TRY_STRPTIME(CAST(date_created AS VARCHAR), '%a, %d %b %Y %H:%M:%S %z'))) AS made_ms,
    EPOCH_MS(COALESCE(TRY_CAST(CASE WHEN REGEXP_MATCHES(CAST(date_sent AS VARCHAR), '^[0-9-]{10}[ T][0-9:.]+$') THEN CAST(date_sent AS VARCHAR) || '+00' ELSE CAST(date_sent AS VARCHAR) END AS TIMESTAMPTZ), TRY_STRPTIME(CAST(date_sent AS VARCHAR), '%a, %d %b %Y %H:%M:%S %z'))) AS sent_ms,
    EPOCH_MS(COALESCE(TRY_CAST(CASE WHEN REGEXP_MATCHES(CAST(date_updated AS VARCHAR), '^[0-9-]{10}[ T][0-9:.]+$') THEN CAST(date_updated AS VARCHAR) || '+00' ELSE CAST(date_updated AS VARCHAR) END AS TIMESTAMPTZ), TRY_STRPTIME(CAST(date_updated AS VARCHAR), '%a, %d %b %Y %H:%M:%S %z'))) AS changed_ms
  FROM messages) c) w) s) a;

-- how many rows
CREATE OR REPLACE TEMPORARY TABLE u_counts AS
SELECT COUNT(*) AS records FROM u_rows;

-- messages that several rows tell of
CREATE OR REPLACE TEMPORARY TABLE u_twice AS
SELECT sid_key FROM u_rows WHERE is_sid = 1 GROUP BY sid_key HAVING COUNT(*) > 1;

-- senders with a filtered message: only texts of theirs leave, without digits, links and names
CREATE OR REPLACE TEMPORARY TABLE u_filtered AS
SELECT DISTINCT sender FROM u_rows WHERE is_fail = 1 AND code = '30007';

-- every message once, in its latest state
CREATE OR REPLACE TEMPORARY TABLE u_messages AS
SELECT t.*, MOD(MOD(mixed, 65521) * MOD(mixed, 65536) + mixed * 16807, 2147483647) AS dice
FROM (SELECT d.*, MOD(MOD(phone, 2147483647) * 48271 + MOD(MOD(COALESCE(second_ms, 0), 2147483647) + 2147483647, 2147483647) * 69621 + 1, 2147483647) AS mixed FROM (SELECT sid, status, direction, code, is_in, is_fail, sender, person, digits, unit, price, segments, pieces, service, ms, life, wait, travel,
  CAST(CASE WHEN digits = '' THEN '0' ELSE digits END AS BIGINT) AS phone,
  CASE WHEN digits = '' THEN ''
    WHEN SUBSTR(digits, 1, 4) IN ('1201', '1202', '1203', '1205', '1206', '1207', '1208', '1209', '1210', '1212', '1213', '1214', '1215', '1216', '1217', '1218', '1219', '1220', '1223', '1224', '1225', '1227', '1228', '1229', '1231', '1234', '1235', '1239', '1240', '1248', '1251', '1252', '1253', '1254', '1256', '1260', '1262', '1267', '1269', '1270', '1272', '1274', '1276', '1279', '1281', '1283', '1301', '1302', '1303', '1304', '1305', '1307', '1308', '1309', '1310', '1312', '1313', '1314', '1315', '1316', '1317', '1318', '1319', '1320', '1321', '1323', '1324', '1325', '1326', '1327', '1329', '1330', '1331', '1332', '1334', '1336', '1337', '1339', '1341', '1346', '1347', '1350', '1351', '1352', '1353', '1360', '1361', '1363', '1364', '1369', '1380', '1385', '1386', '1401', '1402', '1404', '1405', '1406', '1407', '1408', '1409', '1410', '1412', '1413', '1414', '1415', '1417', '1419', '1423', '1424', '1425', '1430', '1432', '1434', '1435', '1440', '1442', '1443', '1445', '1447', '1448', '1458', '1463', '1464', '1469', '1470', '1472', '1475', '1478', '1479', '1480', '1484', '1500', '1501', '1502', '1503', '1504', '1505', '1507', '1508', '1509', '1510', '1512', '1513', '1515', '1516', '1517', '1518', '1520', '1521', '1522', '1525', '1526', '1527', '1528', '1529', '1530', '1531', '1532', '1533', '1534', '1539', '1540', '1541', '1544', '1551', '1557', '1559', '1561', '1562', '1563', '1564', '1566', '1567', '1570', '1571', '1572', '1573', '1574', '1575', '1577', '1580', '1582', '1585', '1586', '1588', '1601', '1602', '1603', '1605', '1606', '1607', '1608', '1609', '1610', '1612', '1614', '1615', '1616', '1617', '1618', '1619', '1620', '1623', '1626', '1628', '1629', '1630', '1631', '1636', '1640', '1641', '1645', '1646', '1650', '1651', '1656', '1657', '1659', '1660', '1661', '1662', '1667', '1669', '1678', '1680', '1681', '1682', '1686', '1689', '1701', '1702', '1703', '1704', '1706', '1707', '1708', '1712', '1713', '1714', '1715', '1716', '1717', '1718', '1719', '1720', '1724', '1725', '1726', '1727', '1728', '1730', '1731', '1732', '1734', '1737', '1738', '1740', '1743', '1747', '1748', '1754', '1757', '1760', '1762', '1763', '1765', '1769', '1770', '1771', '1772', '1773', '1774', '1775', '1779', '1781', '1785', '1786', '1800', '1801', '1802', '1803', '1804', '1805', '1806', '1808', '1810', '1812', '1813', '1814', '1815', '1816', '1817', '1818', '1820', '1821', '1826', '1828', '1830', '1831', '1832', '1833', '1835', '1838', '1839', '1840', '1843', '1844', '1845', '1847', '1848', '1850', '1854', '1855', '1856', '1857', '1858', '1859', '1860', '1862', '1863', '1864', '1865', '1866', '1870', '1872', '1877', '1878', '1888', '1900', '1901', '1903', '1904', '1906', '1907', '1908', '1909', '1910', '1912', '1913', '1914', '1915', '1916', '1917', '1918', '1919', '1920', '1925', '1928', '1929', '1930', '1931', '1934', '1936', '1937', '1938', '1940', '1941', '1943', '1945', '1947', '1948', '1949', '1951', '1952', '1954', '1956', '1959', '1970', '1971', '1972', '1973', '1975', '1978', '1979', '1980', '1983', '1984', '1985', '1986', '1989') THEN '1201'
    WHEN SUBSTR(digits, 1, 1) = '1' THEN SUBSTR(digits, 1, 4)
    WHEN SUBSTR(digits, 1, 2) IN ('20', '27', '30', '31', '32', '33', '34', '36', '40', '41', '43', '45', '46', '48', '49', '51', '52', '53', '54', '55', '56', '57', '58', '60', '62', '63', '64', '65', '66', '81', '82', '84', '86', '90', '91', '92', '93', '94', '95', '98') THEN SUBSTR(digits, 1, 2)
    WHEN SUBSTR(digits, 1, 3) IN ('211', '213', '216', '218', '220', '221', '222', '223', '224', '225', '226', '227', '228', '229', '230', '231', '232', '233', '234', '235', '236', '237', '238', '239', '240', '241', '242', '243', '244', '245', '246', '247', '248', '249', '250', '251', '252', '253', '254', '255', '256', '257', '258', '260', '261', '263', '264', '265', '266', '267', '268', '269', '291', '297', '298', '299', '350', '351', '352', '353', '354', '355', '356', '357', '359', '370', '371', '372', '373', '374', '375', '376', '377', '378', '380', '381', '382', '383', '385', '386', '387', '389', '420', '421', '423', '500', '501', '502', '503', '504', '505', '506', '507', '508', '509', '591', '592', '593', '594', '595', '596', '597', '598', '670', '672', '673', '674', '675', '676', '677', '678', '679', '680', '681', '682', '683', '685', '686', '687', '688', '689', '690', '691', '692', '850', '852', '853', '855', '856', '880', '886', '960', '961', '962', '963', '964', '965', '966', '967', '968', '970', '971', '972', '973', '974', '975', '976', '977', '992', '993', '994', '995', '996', '998') THEN SUBSTR(digits, 1, 3)
    WHEN (SUBSTR(digits, 1, 1) IN ('7') OR SUBSTR(digits, 1, 2) IN ('39', '44', '47', '61') OR SUBSTR(digits, 1, 3) IN ('212', '262', '290', '358', '590', '599')) THEN SUBSTR(digits, 1, 8) || '/' || CAST(LENGTH(digits) AS VARCHAR)
    ELSE SUBSTR(digits, 1, 3) END AS area,
  ms - MOD(MOD(ms, 900000) + 900000, 900000) AS slot_ms,
  ms - MOD(MOD(ms, 60000) + 60000, 60000) AS minute_ms,
  ms - MOD(MOD(ms, 1000) + 1000, 1000) AS second_ms,
  CASE WHEN is_in = 1 AND UPPER(TRIM(body)) IN ('STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT') THEN 1 ELSE 0 END AS is_stop,
  CASE WHEN is_in = 0 AND body <> '' AND sender IN (SELECT sender FROM u_filtered) THEN CASE WHEN REGEXP_MATCHES(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(SUBSTR(body, 1, 1600), '(^|[] \t-\r!"#$%&()*+,./0-9:;<=>?@[\\^_`{|}~ -¿‐-‘‚-⯿-])([hH][tT][tT][pP][sS]?://|[wW][wW][wW]\.)[^ \t-\r ]*', '\1\20', 'g'), '[0-9]+', '0', 'g'), '([a-z0][,;]? )[A-Z][a-z]+', '\1Xx', 'g'), '([a-z0][,;]? )[A-Z][a-z]+', '\1Xx', 'g'), '^[A-Z][a-z]+,', 'Xx,', 'g'), '[hH][tT][tT][pP][sS]?://[^0 \t-\r]|[wW][wW][wW]\.[^0 \t-\r]') THEN '' ELSE REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(SUBSTR(body, 1, 1600), '(^|[] \t-\r!"#$%&()*+,./0-9:;<=>?@[\\^_`{|}~ -¿‐-‘‚-⯿-])([hH][tT][tT][pP][sS]?://|[wW][wW][wW]\.)[^ \t-\r ]*', '\1\20', 'g'), '[0-9]+', '0', 'g'), '([a-z0][,;]? )[A-Z][a-z]+', '\1Xx', 'g'), '([a-z0][,;]? )[A-Z][a-z]+', '\1Xx', 'g'), '^[A-Z][a-z]+,', 'Xx,', 'g') END ELSE CAST('' AS VARCHAR) END AS body
FROM (SELECT sid, status, direction, code, is_in, is_fail, sender, person, digits, unit, price, segments, pieces, service, ms, life, wait, travel, body FROM u_rows WHERE is_sid = 0 OR sid_key NOT IN (SELECT sid_key FROM u_twice)
UNION ALL
SELECT sid, status, direction, code, is_in, is_fail, sender, person, digits, unit, price, segments, pieces, service, ms, life, wait, travel, body FROM (SELECT r.*, ROW_NUMBER() OVER (PARTITION BY sid_key ORDER BY CASE status WHEN 'accepted' THEN 1 WHEN 'scheduled' THEN 1 WHEN 'queued' THEN 1 WHEN 'sending' THEN 1 WHEN 'sent' THEN 2 WHEN 'delivered' THEN 3 WHEN 'read' THEN 4 WHEN 'undelivered' THEN 3 WHEN 'failed' THEN 3 WHEN 'canceled' THEN 3 WHEN 'partially_delivered' THEN 3 WHEN 'receiving' THEN 1 WHEN 'received' THEN 3 ELSE 0 END DESC, CASE WHEN ms IS NULL OR ms < 0 THEN 0 ELSE ms - MOD(MOD(ms, 1000) + 1000, 1000) END DESC, CASE status WHEN 'accepted' THEN 2 WHEN 'scheduled' THEN 1 WHEN 'queued' THEN 3 WHEN 'sending' THEN 4 WHEN 'sent' THEN 5 WHEN 'delivered' THEN 8 WHEN 'read' THEN 9 WHEN 'undelivered' THEN 6 WHEN 'failed' THEN 6 WHEN 'canceled' THEN 6 WHEN 'partially_delivered' THEN 7 WHEN 'receiving' THEN 4 WHEN 'received' THEN 7 ELSE 0 END DESC, CASE WHEN code = '' THEN 0 ELSE 1 END DESC, CASE WHEN REGEXP_MATCHES(price, '^[-+]?[0-9]{1,9}([.,][0-9]{1,12})?$') THEN 1 ELSE 0 END DESC, MOD(MOD(CAST(CASE WHEN code = '' THEN '0' ELSE code END AS BIGINT) * 7 + (CASE WHEN REGEXP_MATCHES(price, '^[-+]?[0-9]{1,9}([.,][0-9]{1,12})?$') THEN CAST(ROUND(CAST(CASE WHEN REGEXP_MATCHES(price, '^[-+]?[0-9]{1,9}([.,][0-9]{1,12})?$') THEN REPLACE(REPLACE(REPLACE(price, ',', '.'), '-', ''), '+', '') ELSE '0' END AS DOUBLE) * 1000000) AS BIGINT) ELSE -1 END) * 3 + CAST(CASE WHEN digits = '' THEN '0' ELSE digits END AS BIGINT) + LENGTH(CASE WHEN status = '' THEN 'unknown' ELSE status END), 4096) + 4096, 4096) DESC, CASE WHEN sid = sid_key THEN 1 ELSE 0 END DESC) AS nth
  FROM u_rows r WHERE is_sid = 1 AND sid_key IN (SELECT sid_key FROM u_twice)) r WHERE nth = 1) m) d) t;

-- people who met a failure
CREATE OR REPLACE TEMPORARY TABLE u_people AS
SELECT person, person AS name
FROM (SELECT DISTINCT person FROM u_messages WHERE is_fail = 1 AND person <> '') d;

-- the newest minute of each area
CREATE OR REPLACE TEMPORARY TABLE u_newest AS
SELECT area, MAX(minute_ms) AS newest FROM u_messages
WHERE is_in = 0 AND (is_fail = 1 OR status IN ('sent', 'delivered', 'read', 'partially_delivered')) AND ms IS NOT NULL GROUP BY area;

-- messages that have a receipt or wait for one, the youngest with their minute
CREATE OR REPLACE TEMPORARY TABLE u_settling AS
SELECT m.status, m.area, m.sid, m.ms, m.slot_ms, CASE WHEN m.minute_ms >= n.newest - 3600000 THEN m.minute_ms END AS young_ms FROM u_messages m JOIN u_newest n ON n.area = m.area
WHERE is_in = 0 AND is_fail = 0 AND status IN ('sent', 'delivered', 'read', 'partially_delivered') AND m.ms IS NOT NULL;

-- how many messages one of the sample stands for
CREATE OR REPLACE TEMPORARY TABLE u_sampling AS
SELECT CASE
  WHEN SUM(CASE WHEN MOD(dice, 1) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 1
  WHEN SUM(CASE WHEN MOD(dice, 2) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 2
  WHEN SUM(CASE WHEN MOD(dice, 4) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 4
  WHEN SUM(CASE WHEN MOD(dice, 8) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 8
  WHEN SUM(CASE WHEN MOD(dice, 16) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 16
  WHEN SUM(CASE WHEN MOD(dice, 32) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 32
  WHEN SUM(CASE WHEN MOD(dice, 64) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 64
  WHEN SUM(CASE WHEN MOD(dice, 128) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 128
  WHEN SUM(CASE WHEN MOD(dice, 256) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 256
  WHEN SUM(CASE WHEN MOD(dice, 512) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 512
  WHEN SUM(CASE WHEN MOD(dice, 1024) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 1024
  WHEN SUM(CASE WHEN MOD(dice, 2048) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 2048
  WHEN SUM(CASE WHEN MOD(dice, 4096) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 4096
  WHEN SUM(CASE WHEN MOD(dice, 8192) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 8192
  WHEN SUM(CASE WHEN MOD(dice, 16384) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 16384
  WHEN SUM(CASE WHEN MOD(dice, 32768) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 32768
  WHEN SUM(CASE WHEN MOD(dice, 65536) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 65536
  WHEN SUM(CASE WHEN MOD(dice, 131072) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 131072
  WHEN SUM(CASE WHEN MOD(dice, 262144) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 262144
  WHEN SUM(CASE WHEN MOD(dice, 524288) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 524288
  WHEN SUM(CASE WHEN MOD(dice, 1048576) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 1048576
  WHEN SUM(CASE WHEN MOD(dice, 2097152) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 2097152
  WHEN SUM(CASE WHEN MOD(dice, 4194304) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 4194304
  WHEN SUM(CASE WHEN MOD(dice, 8388608) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 8388608
  WHEN SUM(CASE WHEN MOD(dice, 16777216) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 16777216
  WHEN SUM(CASE WHEN MOD(dice, 33554432) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 33554432
  WHEN SUM(CASE WHEN MOD(dice, 67108864) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 67108864
  WHEN SUM(CASE WHEN MOD(dice, 134217728) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 134217728
  WHEN SUM(CASE WHEN MOD(dice, 268435456) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 268435456
  WHEN SUM(CASE WHEN MOD(dice, 536870912) = 0 THEN 1 ELSE 0 END) <= 16384 THEN 536870912
  ELSE 1073741824 END AS weight FROM u_messages WHERE is_in = 0 AND is_fail = 0;

-- the rows of the file
CREATE OR REPLACE TEMPORARY TABLE u_groups AS
SELECT CAST('log' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('fields=status,direction,errorCode,from,priceUnit,messagingServiceSid,sid,to,body,sent,created,updated,segments,price texts=yes people=yes settle=60 sample=16384' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(c.records AS BIGINT) AS "n", CAST(COUNT(*) AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM u_counts c CROSS JOIN u_messages m GROUP BY c.records
UNION ALL
SELECT CAST('failed' AS VARCHAR) AS "grouped_v1", CAST(status AS VARCHAR) AS "status", CAST(direction AS VARCHAR) AS "direction", CAST(code AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST(COALESCE(p.name, '') AS VARCHAR) AS "person", CAST(CASE WHEN digits = '' THEN '' WHEN (SUBSTR(digits, 1, 1) IN ('7') OR SUBSTR(digits, 1, 2) IN ('39', '44', '47', '61') OR SUBSTR(digits, 1, 3) IN ('212', '262', '290', '358', '590', '599')) THEN SUBSTR(digits, 1, 8) || '/' || CAST(LENGTH(digits) AS VARCHAR) ELSE SUBSTR(digits, 1, 6) || '/' || CAST(LENGTH(digits) AS VARCHAR) END AS VARCHAR) AS "area", CAST(service AS VARCHAR) AS "service", CAST(unit AS VARCHAR) AS "unit", CAST(price AS VARCHAR) AS "price", CAST(segments AS VARCHAR) AS "segments", CAST(body AS VARCHAR) AS "body", CAST(sid AS VARCHAR) AS "sid", CAST(1 AS BIGINT) AS "n", CAST(life AS BIGINT) AS "more", CAST(ms AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM u_messages m LEFT JOIN u_people p ON p.person = m.person WHERE is_fail = 1
UNION ALL
SELECT CAST('sampled' AS VARCHAR) AS "grouped_v1", CAST(status AS VARCHAR) AS "status", CAST(direction AS VARCHAR) AS "direction", CAST(code AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST(CASE WHEN m.person = '' THEN '' WHEN p.name IS NOT NULL THEN p.name ELSE '~~' || CAST(DENSE_RANK() OVER (ORDER BY m.person) AS VARCHAR) END AS VARCHAR) AS "person", CAST(CASE WHEN digits = '' THEN '' WHEN (SUBSTR(digits, 1, 1) IN ('7') OR SUBSTR(digits, 1, 2) IN ('39', '44', '47', '61') OR SUBSTR(digits, 1, 3) IN ('212', '262', '290', '358', '590', '599')) THEN SUBSTR(digits, 1, 8) || '/' || CAST(LENGTH(digits) AS VARCHAR) ELSE SUBSTR(digits, 1, 6) || '/' || CAST(LENGTH(digits) AS VARCHAR) END AS VARCHAR) AS "area", CAST(service AS VARCHAR) AS "service", CAST(unit AS VARCHAR) AS "unit", CAST(price AS VARCHAR) AS "price", CAST(segments AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST(sid AS VARCHAR) AS "sid", CAST(s.weight AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(ms AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM u_messages m CROSS JOIN u_sampling s LEFT JOIN u_people p ON p.person = m.person WHERE is_in = 0 AND is_fail = 0 AND MOD(dice, s.weight) = 0
UNION ALL
SELECT CAST('kind' AS VARCHAR) AS "grouped_v1", CAST(status AS VARCHAR) AS "status", CAST(direction AS VARCHAR) AS "direction", CAST(code AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST(unit AS VARCHAR) AS "unit", CAST(price AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM u_messages m WHERE is_fail = 0 GROUP BY status, direction, code, unit, price
UNION ALL
SELECT CAST('hour' AS VARCHAR) AS "grouped_v1", CAST(status AS VARCHAR) AS "status", CAST(direction AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(MIN(ms) AS BIGINT) AS "first", CAST(MAX(ms) AS BIGINT) AS "last"
FROM (SELECT status, direction, ms, ms - MOD(MOD(ms, 3600000) + 3600000, 3600000) AS hour_ms FROM u_messages WHERE is_fail = 0 AND ms IS NOT NULL) m GROUP BY status, direction, hour_ms
UNION ALL
SELECT CAST('route' AS VARCHAR) AS "grouped_v1", CAST(status AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST(area AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(MAX(ms) AS BIGINT) AS "last"
FROM u_messages m WHERE is_in = 0 AND is_fail = 0 GROUP BY status, sender, area
UNION ALL
SELECT CAST('pace' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(SUM(pieces) AS BIGINT) AS "more", CAST(slot_ms AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM u_messages m WHERE is_in = 0 AND is_fail = 0 GROUP BY sender, slot_ms
UNION ALL
SELECT CAST('place' AS VARCHAR) AS "grouped_v1", CAST(unsure AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST(area AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(SUM(pieces) AS BIGINT) AS "more", CAST(slot_ms AS BIGINT) AS "first", CAST(MIN(ms) AS BIGINT) AS "last"
FROM (SELECT area, slot_ms, ms, pieces, CASE WHEN status IN ('sent') THEN status ELSE '' END AS unsure FROM u_messages WHERE is_in = 0 AND is_fail = 0) m GROUP BY unsure, area, slot_ms
UNION ALL
SELECT CAST('receipt' AS VARCHAR) AS "grouped_v1", CAST(status AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST(area AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(MIN(ms) AS BIGINT) AS "first", CAST(young_ms AS BIGINT) AS "last"
FROM u_settling m GROUP BY status, area, young_ms
UNION ALL
SELECT CAST('silent' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST(area AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST(sid AS VARCHAR) AS "sid", CAST(NULL AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(ms AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM (SELECT m.*, RANK() OVER (PARTITION BY area, COALESCE(young_ms, slot_ms) ORDER BY ms DESC) AS nth FROM u_settling m WHERE status IN ('sent') AND sid <> '') m WHERE nth <= 5
UNION ALL
SELECT CAST('waiting' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(MIN(ms) AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM u_messages m WHERE is_in = 0 AND is_fail = 0 AND status IN ('accepted', 'queued', 'sending') GROUP BY sender, slot_ms
UNION ALL
SELECT CAST('waiting-newest' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST(sid AS VARCHAR) AS "sid", CAST(NULL AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(ms AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM (SELECT m.*, RANK() OVER (PARTITION BY sender, slot_ms ORDER BY ms DESC) AS nth FROM u_messages m WHERE is_in = 0 AND is_fail = 0 AND status IN ('accepted', 'queued', 'sending') AND sid <> '') m WHERE nth <= 5
UNION ALL
SELECT CAST('queue' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(spent AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM (SELECT sender, CASE WHEN spent < 100000 THEN spent WHEN spent < 1000000 THEN spent + 5000 - MOD(spent + 5000, 10000) WHEN spent < 10000000 THEN spent + 50000 - MOD(spent + 50000, 100000) ELSE spent + 500000 - MOD(spent + 500000, 1000000) END AS spent
  FROM (SELECT sender, CASE WHEN wait > 43200000 THEN 43200000 ELSE wait + 500 - MOD(wait + 500, 1000) END AS spent
    FROM u_messages WHERE is_in = 0 AND status IN ('sent', 'delivered', 'read', 'undelivered', 'partially_delivered') AND wait >= -500) s) m GROUP BY sender, spent
UNION ALL
SELECT CAST('carrier' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(spent AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM (SELECT sender, CASE WHEN spent < 100000 THEN spent WHEN spent < 1000000 THEN spent + 5000 - MOD(spent + 5000, 10000) WHEN spent < 10000000 THEN spent + 50000 - MOD(spent + 50000, 100000) ELSE spent + 500000 - MOD(spent + 500000, 1000000) END AS spent
  FROM (SELECT sender, CASE WHEN travel > 43200000 THEN 43200000 ELSE travel + 500 - MOD(travel + 500, 1000) END AS spent
    FROM u_messages WHERE is_in = 0 AND status IN ('delivered', 'read', 'undelivered', 'partially_delivered') AND wait >= -500 AND travel >= -500) s) m GROUP BY sender, spent
UNION ALL
SELECT CAST('coded' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST(code AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST(name AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(NULL AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM (SELECT DISTINCT code, name FROM (SELECT code, CASE WHEN m.person = '' THEN '' WHEN p.name IS NOT NULL THEN p.name ELSE '~~' || CAST(DENSE_RANK() OVER (ORDER BY m.person) AS VARCHAR) END AS name FROM u_messages m LEFT JOIN u_people p ON p.person = m.person WHERE is_fail = 0 AND code <> '') d WHERE name <> '') m
UNION ALL
SELECT CAST('reached' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST(name AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(NULL AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(ms AS BIGINT) AS "last"
FROM (SELECT p.name, MAX(m.ms) AS ms FROM u_messages m JOIN u_people p ON p.person = m.person WHERE is_in = 0 AND is_fail = 0 AND status IN ('delivered', 'read', 'partially_delivered') GROUP BY p.name
  UNION ALL
  SELECT DISTINCT p.name, CAST(NULL AS BIGINT) AS ms FROM u_messages m JOIN u_people p ON p.person = '+' || m.digits WHERE m.digits <> '' AND (is_in = 1 OR (is_in = 0 AND is_fail = 0 AND status = 'read'))) m
UNION ALL
SELECT CAST('stopped' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST(name AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(NULL AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM (SELECT DISTINCT p.name FROM u_messages m JOIN u_people p ON p.person = m.person WHERE is_stop = 1) m
UNION ALL
SELECT CAST('text' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST(sender AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST(body AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM u_messages m WHERE is_in = 0 AND is_fail = 0 AND body <> '' GROUP BY sender, body;

-- the file
SELECT * FROM u_groups
UNION ALL
SELECT CAST('rows' AS VARCHAR) AS "grouped_v1", CAST('' AS VARCHAR) AS "status", CAST('' AS VARCHAR) AS "direction", CAST('' AS VARCHAR) AS "code", CAST('' AS VARCHAR) AS "sender", CAST('' AS VARCHAR) AS "person", CAST('' AS VARCHAR) AS "area", CAST('' AS VARCHAR) AS "service", CAST('' AS VARCHAR) AS "unit", CAST('' AS VARCHAR) AS "price", CAST('' AS VARCHAR) AS "segments", CAST('' AS VARCHAR) AS "body", CAST('' AS VARCHAR) AS "sid", CAST(COUNT(*) AS BIGINT) AS "n", CAST(NULL AS BIGINT) AS "more", CAST(NULL AS BIGINT) AS "first", CAST(NULL AS BIGINT) AS "last"
FROM u_groups;
