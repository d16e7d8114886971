//! Masking of what is no identifier but as personal: names and addresses.

/// 张*, 欧**; words in Latin script keep their first letter: `A*** M*****`.
pub fn mask_name(name: &str) -> String {
    name.trim().split(' ').map(|word| word.chars().enumerate().map(|(i, c)| if i == 0 { c } else { '*' }).collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Keeps the part that names a city and district (six characters) and hides the rest.
pub fn mask_address(address: &str) -> String {
    let address = address.trim();
    if address.chars().count() <= 6 {
        return mask_name(address);
    }
    let head: String = address.chars().take(6).collect();
    format!("{head}****")
}
