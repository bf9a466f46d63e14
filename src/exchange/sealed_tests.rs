use super::*;
use proptest::prelude::*;

/// Cheap enough for a debug build; the real cost is tried once.
const CHEAP: Cost = Cost { m_kib: 16, t: 1, p: 1 };
const ANY: Bounds = Bounds { m_kib: 8..=64, t: 1..=2, p: 1..=2 };

const SALT: [u8; 16] = [7; 16];
const NONCE: [u8; 24] = [9; 24];

fn sealed(plain: &[u8], passphrase: &str) -> Vec<u8> {
    seal_at(CHEAP, plain, passphrase, SALT, NONCE).unwrap()
}

fn opened(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, OpenError> {
    open_within(&ANY, bytes, passphrase)
}

#[test]
fn what_is_sealed_is_opened_at_the_real_cost() {
    let file = seal("Dossier « 1 »".as_bytes(), "abeille-citron", SALT, NONCE).unwrap();
    assert!(is_sealed(&file));
    let header = header(&file).unwrap();
    assert_eq!(header.cost, Cost { m_kib: 65_536, t: 3, p: 1 });
    let lines = String::from_utf8(header.lines.to_vec()).unwrap();
    let (salt, nonce) = ("07".repeat(16), "09".repeat(24));
    assert_eq!(
        lines,
        format!(
            "REPERES-CHIFFRE 1\n{{\"kdf\":\"argon2id\",\"m_kib\":65536,\"t\":3,\"p\":1,\"salt\":\"{salt}\",\
             \"cipher\":\"xchacha20poly1305\",\"nonce\":\"{nonce}\"}}\n"
        )
    );
    assert_eq!(open(&file, "Abeille Citron").unwrap(), "Dossier « 1 »".as_bytes());
}

/// Made by this version and frozen: other versions must open it for ever.
#[test]
fn a_file_of_the_first_version_is_opened_for_ever() {
    let frozen = include_bytes!("../../tests/fixtures/exchange/sealed-1.reperes");
    assert_eq!(opened(frozen, "mimosa jardin").unwrap(), b"{\"format\":\"reperes\"}");
}

#[test]
fn another_passphrase_or_another_byte_opens_nothing() {
    let file = sealed(b"secret", "abeille-citron");
    assert_eq!(opened(&file, "abeille citron").unwrap(), b"secret");
    assert_eq!(opened(&file, "abeille citrons"), Err(OpenError::WrongOrDamaged));
    assert_eq!(opened(&file, ""), Err(OpenError::WrongOrDamaged));
    let lines = file.len() - header_within(&ANY, &file).unwrap().encrypted.len();
    for at in lines..file.len() {
        let mut altered = file.clone();
        altered[at] ^= 1;
        assert_eq!(opened(&altered, "abeille-citron"), Err(OpenError::WrongOrDamaged), "byte {at}");
    }
    // Spaces change nothing of what the lines say: they are authenticated as they lie.
    let text = String::from_utf8_lossy(&file[..lines]).replace("\"t\":1", "\"t\": 1");
    let spaced = [text.as_bytes(), &file[lines..]].concat();
    assert_eq!(opened(&spaced, "abeille-citron"), Err(OpenError::WrongOrDamaged));
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let file = sealed(b"secret", "abeille");
    for end in 0..file.len() {
        let error = opened(&file[..end], "abeille").unwrap_err();
        let expected = match end {
            ..16 => OpenError::NotSealed,
            _ if end < file.len() - 6 => OpenError::Header,
            _ => OpenError::WrongOrDamaged,
        };
        assert_eq!(error, expected, "cut at {end}");
    }
}

#[test]
fn each_fault_has_its_name() {
    let file = seal_at(CHEAP, b"", "x", SALT, NONCE).unwrap();
    let lines = String::from_utf8(header_within(&ANY, &file).unwrap().lines.to_vec()).unwrap();
    let altered = |from: &str, to: &str| {
        assert!(lines.contains(from), "{from}");
        let text = lines.replacen(from, to, 1);
        [text.as_bytes(), &file[lines.len()..]].concat()
    };
    for (from, to, expected) in [
        ("REPERES-CHIFFRE 1", "REPERES-CHIFFRE 2", OpenError::TooNew { version: 2 }),
        ("REPERES-CHIFFRE 1", "REPERES-CHIFFRE 0", OpenError::Header),
        ("REPERES-CHIFFRE 1", "REPERES-CHIFFRE x", OpenError::Header),
        ("REPERES-CHIFFRE", "REPERES-COFFRE", OpenError::NotSealed),
        ("\"m_kib\":16", "\"m_kib\":7", OpenError::OutOfBounds),
        ("\"m_kib\":16", "\"m_kib\":4294967295", OpenError::OutOfBounds),
        ("\"m_kib\":16", "\"m_kib\":4294967296", OpenError::Header),
        ("\"m_kib\":16", "\"m_kib\":-1", OpenError::Header),
        ("\"t\":1", "\"t\":0", OpenError::OutOfBounds),
        ("\"t\":1", "\"t\":3", OpenError::OutOfBounds),
        ("\"p\":1", "\"p\":0", OpenError::OutOfBounds),
        ("\"p\":1", "\"p\":3", OpenError::OutOfBounds),
        ("argon2id", "argon2d", OpenError::Header),
        ("xchacha20poly1305", "none", OpenError::Header),
        ("0707", "07", OpenError::Header),
        ("0909", "é09", OpenError::Header),
        ("0909", "+909", OpenError::Header),
        ("\"t\":1", "\"t\":1,\"later\":1", OpenError::Header),
        ("\"t\":1", "\"t\":1,\"t\":1", OpenError::Header),
    ] {
        assert_eq!(opened(&altered(from, to), "x"), Err(expected), "{to}");
    }
    for (bytes, expected) in [
        (&b""[..], OpenError::NotSealed),
        (b"{\"format\":\"reperes\"}", OpenError::NotSealed),
        (b"REPERES-CHIFFRE 1\n\n", OpenError::Header),
        (b"REPERES-CHIFFRE 1\r\n{}\r\n", OpenError::Header),
        (b"REPERES-CHIFFRE \xff\n", OpenError::Header),
    ] {
        assert_eq!(opened(bytes, "x"), Err(expected), "{bytes:?}");
    }
    let weak = seal_at(CHEAP, b"", "x", SALT, NONCE).unwrap();
    assert_eq!(open(&weak, "x"), Err(OpenError::OutOfBounds), "16 KiB can be guessed");
}

#[test]
fn what_a_machine_cannot_do_is_refused_before() {
    assert_eq!(seal(b"", " - ", SALT, NONCE), Err(SealError::NoPassphrase));
    assert_eq!(seal(&vec![0; MAX_PLAIN + 1], "x", SALT, NONCE), Err(SealError::TooLarge));
    let mut file = sealed(b"", "x");
    file.resize(file.len() + MAX_BYTES + 1, 0);
    assert_eq!(opened(&file, "x"), Err(OpenError::TooLarge));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_come_back(
        plain in prop::collection::vec(any::<u8>(), 0..400),
        passphrase in "[a-zé1-9!]{1,20}",
        salt in any::<[u8; 16]>(),
        nonce in prop::array::uniform24(any::<u8>()),
    ) {
        let file = seal_at(CHEAP, &plain, &passphrase, salt, nonce).unwrap();
        prop_assert_eq!(opened(&file, &passphrase.to_uppercase()).unwrap(), plain);
        prop_assert_eq!(opened(&file, &format!("{passphrase}?")), Err(OpenError::WrongOrDamaged));
    }
}
