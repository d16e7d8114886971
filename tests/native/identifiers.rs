use miaoban::model::date::Date;
use miaoban::model::identifier::{certificate, check, clean, group, mask, mask_address, mask_name, IdentifierFault as F, IdentifierKind as K, Sex};
use proptest::prelude::*;

const VALID: &[(K, &str)] = &[
    (K::ResidentId, "110101202311012176"),
    (K::ResidentId, "440304200002291324"),
    (K::ResidentId, "44030519851215019X"),
    (K::ResidentId, "810000199203050035"),
    (K::ResidentId, "820000200108170028"),
    (K::ResidentId, "830000198811120091"),
    (K::AnyId, "44030519851215019X"),
    (K::AnyId, "810000199203050035"),
    (K::AnyId, "911124198108030024"),
    (K::AnyId, "94484019900512001X"),
    (K::AnyId, "ABC123456789012"),
    (K::AnyId, "HKG123456789012"),
    (K::AnyId, "H12345678"),
    (K::AnyId, "12345678"),
    (K::Uscc, "91350100M000100Y43"),
    (K::Uscc, "91110000101623741K"),
    (K::Uscc, "91440300MA5DEM012D"),
    (K::TravelPermit, "H12345678"),
    (K::TravelPermit, "H1234567801"),
    (K::TravelPermit, "HA1234567"),
    (K::TravelPermit, "M12345678"),
    (K::TravelPermit, "12345678"),
    (K::Mobile, "13800138000"),
    (K::Plate, "粤B12345"),
    (K::Plate, "粤Z1234港"),
    (K::Plate, "粤BD12345"),
    (K::Plate, "粤BAF1234"),
    (K::Plate, "粤B12345D"),
    (K::BankCard, "6222024000000000014"),
    (K::BankCard, "6217000012345678907"),
];

const INVALID: &[(K, &str, F)] = &[
    (K::ResidentId, "110101202311012171", F::CheckDigit),
    (K::ResidentId, "440304190002291324", F::Date),
    (K::ResidentId, "440305199002300018", F::Date),
    (K::ResidentId, "81000019920305003X", F::CheckDigit),
    (K::ResidentId, "911124198108030024", F::Shape),
    (K::ResidentId, "990305198512150191", F::Shape),
    (K::ResidentId, "44030519851215019x", F::Characters),
    (K::ResidentId, "4403051985121501X9", F::Characters),
    (K::ResidentId, "4403051985121501", F::Length),
    (K::ResidentId, "", F::Length),
    (K::AnyId, "911124198108030025", F::CheckDigit),
    (K::AnyId, "110101202311012171", F::CheckDigit),
    (K::AnyId, "A12345678", F::Length),
    (K::AnyId, "AB1234567890123", F::Shape),
    (K::AnyId, "H1234567", F::Length),
    (K::Uscc, "91310115MA1H8R7C6D", F::CheckDigit),
    (K::Uscc, "9131011SMA1H8R7C6D", F::Characters),
    (K::Uscc, "91310115", F::Length),
    (K::TravelPermit, "A12345678", F::Shape),
    (K::TravelPermit, "H1234567", F::Length),
    (K::TravelPermit, "H123456789", F::Length),
    (K::TravelPermit, "1234567", F::Length),
    (K::TravelPermit, "HA12345678", F::Length),
    (K::Mobile, "12345678901", F::Shape),
    (K::Mobile, "1380013800", F::Length),
    (K::Mobile, "1380013800a", F::Characters),
    (K::Plate, "粤BI2345", F::Characters),
    (K::Plate, "粤B123456", F::Shape),
    (K::Plate, "粤BL12345", F::Shape),
    (K::Plate, "B粤12345", F::Shape),
    (K::Plate, "粤B1234", F::Length),
    (K::Plate, "粤B港1234", F::Shape),
    (K::BankCard, "6222024000000000012", F::CheckDigit),
    (K::BankCard, "622202400000001", F::Length),
    (K::BankCard, "622202400000000001X", F::Characters),
];

#[test]
fn a_genuine_identifier_is_never_refused() {
    for (kind, text) in VALID {
        assert!(check(*kind, text).is_ok(), "{kind:?} {text}: {:?}", check(*kind, text));
    }
}

#[test]
fn a_wrong_identifier_is_told_by_its_fault() {
    for (kind, text, fault) in INVALID {
        assert_eq!(check(*kind, text), Err(*fault), "{kind:?} {text}");
    }
}

#[test]
fn every_single_mistyped_digit_of_an_identity_number_is_noticed() {
    let number = "110101202311012176";
    for at in 0..17 {
        for digit in '0'..='9' {
            let typo: String = number.chars().enumerate().map(|(i, c)| if i == at { digit } else { c }).collect();
            assert_eq!(check(K::ResidentId, &typo).is_ok(), typo == number, "{typo}");
        }
    }
}

#[test]
fn birth_and_sex_are_read_from_the_number() {
    let known = check(K::ResidentId, "44030519851215019X").expect("valid");
    assert_eq!((known.birth, known.sex), (Date::new(1985, 12, 15), Some(Sex::Male)));
    let known = check(K::AnyId, "911124198108030024").expect("valid");
    assert_eq!((known.birth, known.sex), (Date::new(1981, 8, 3), Some(Sex::Female)));
    assert_eq!(check(K::AnyId, "H12345678").expect("valid").birth, None);
}

#[test]
fn pasted_identifiers_need_no_repair_by_hand() {
    for (kind, pasted, meant) in [
        (K::ResidentId, " 4403 0519-8512\u{a0}1501 9x\n", "44030519851215019X"),
        (K::ResidentId, "\u{202a}44030519851215019\u{ff38}\u{202c}", "44030519851215019X"),
        (K::Mobile, "\u{ff11}\u{ff13}\u{ff18}0013 8000", "13800138000"),
        (K::Mobile, "+86 138-0013-8000", "13800138000"),
        (K::Mobile, "0086 13800138000", "13800138000"),
        (K::Mobile, "8613800138000", "13800138000"),
        (K::Plate, "粤b·12345", "粤B12345"),
        (K::Plate, "粵Z 1234港", "粤Z1234港"),
        (K::TravelPermit, "h1234567 8", "H12345678"),
        (K::BankCard, "6222 0240 0000 0000 014", "6222024000000000014"),
        (K::Uscc, "91440300ma5dem012d", "91440300MA5DEM012D"),
    ] {
        assert_eq!(clean(kind, pasted), meant);
        assert!(check(kind, meant).is_ok(), "{meant}");
    }
}

#[test]
fn numbers_are_grouped_as_people_read_them() {
    for (kind, text, grouped) in [
        (K::ResidentId, "44030519851215019X", "4403 0519 8512 1501 9X"),
        (K::Mobile, "13800138000", "138 0013 8000"),
        (K::BankCard, "6222024000000000014", "6222 0240 0000 0000 014"),
        (K::Plate, "粤B12345", "粤B·12345"),
        (K::TravelPermit, "H12345678", "H12345678"),
        (K::Mobile, "138", "138"),
        (K::Mobile, "", ""),
    ] {
        assert_eq!(group(kind, text), grouped);
    }
}

#[test]
fn a_masked_value_does_not_give_itself_away() {
    for (kind, text, masked) in [
        (K::ResidentId, "44030519851215019X", "440305********019X"),
        (K::Mobile, "13800138000", "138****8000"),
        (K::BankCard, "6222024000000000014", "622202*********0014"),
        (K::TravelPermit, "H12345678", "H*******8"),
        (K::AnyId, "H12345678", "H*******8"),
        (K::Mobile, "12", "1*"),
        (K::Mobile, "", ""),
    ] {
        assert_eq!(mask(kind, text), masked);
    }
    assert_eq!(group(K::ResidentId, &mask(K::ResidentId, "44030519851215019X")), "4403 05** **** **01 9X");
    assert_eq!(mask_name("张三"), "张*");
    assert_eq!(mask_name("Anna Müller"), "A*** M*****");
    assert_eq!(mask_address("深圳市南山区科技园"), "深圳市南山区****");
}

#[test]
fn certificate_numbers_follow_gb_t_36904() {
    let good = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";
    assert_eq!(certificate::check(good), Ok(()));
    assert_eq!(certificate::check("1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"), Ok(()));
    assert_eq!(certificate::check(&good.replace(".U", ".V")), Err(F::CheckDigit));
    assert_eq!(certificate::check(&good.replace("13338", "13339")), Err(F::CheckDigit));
    assert_eq!(certificate::check("1.2.156.3005.3.A.B.C.001.U"), Err(F::Shape));
    assert_eq!(certificate::check(&good.replace(".001.U", ".U")), Err(F::Shape));
    assert_eq!(certificate::check(&good.replace("W011", "w011")), Err(F::Characters));
}

fn kind() -> impl Strategy<Value = K> {
    prop::sample::select(K::ALL.to_vec())
}

proptest! {
    #[test]
    fn no_text_makes_identifiers_panic(kind in kind(), text in "\\PC{0,40}|[0-9A-Zx粤B港 \\-]{0,24}|\\p{any}{0,12}") {
        let _ = (check(kind, &text), group(kind, &text), mask(kind, &text), certificate::check(&text));
        let _ = (mask_name(&text), mask_address(&text));
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(kind in kind(), text in "\\PC{0,30}|[+0-9 \\-8613]{0,24}") {
        let once = clean(kind, &text);
        prop_assert_eq!(clean(kind, &once), once);
    }

    #[test]
    fn grouping_and_cleaning_are_inverse(kind in kind(), text in "[0-9A-Z]{0,24}") {
        let plain = clean(kind, &text);
        prop_assert_eq!(clean(kind, &group(kind, &plain)), plain);
    }

    #[test]
    fn a_mask_keeps_the_length_and_hides_at_least_a_third(kind in kind(), text in "[0-9A-Z]{3,24}") {
        let plain = clean(kind, &text);
        let masked = mask(kind, &plain);
        prop_assert_eq!(masked.chars().count(), plain.chars().count());
        prop_assert!(masked.matches('*').count() * 3 >= plain.chars().count());
    }
}
